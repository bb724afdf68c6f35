package dev.pitwall.agent;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Observer;
import dev.pitwall.engine.EngineSettings;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;

/** Everything that runs beside an application, with an SDK of the test's. */
final class Watching {

  private Watching() {}

  /** Starts with series for five open runs, and gives what hooks report to. */
  static Observer with(OpenTelemetry sdk, Clock clock) {
    PitwallSettings settings = new PitwallSettings(EngineSettings.DEFAULT, 5, Duration.ZERO, "key");
    Startup.start(sdk, new Configured(settings, FileMethods.NONE), "1.0", "2.0", clock);
    return Bridge.observer();
  }

  static Observer with(OpenTelemetry sdk) {
    return with(sdk, Clock.systemUTC());
  }
}
