package dev.pitwall.agent;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Observer;
import dev.pitwall.engine.EngineSettings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The extension as it runs in an agent, and that agent's own tracer to compare with. */
@State(Scope.Benchmark)
public class Extension {

  final Observer observer;
  final Tracer tracer;

  public Extension() {
    OpenTelemetry sdk = NoExport.sdk();
    tracer = sdk.getTracer("comparison");
    Startup.start(
        sdk,
        new Configured(
            new PitwallSettings(EngineSettings.DEFAULT, 0, Duration.ofMinutes(2), null),
            FileMethods.NONE),
        "0",
        "0",
        Clock.systemUTC());
    observer = Bridge.observer();
  }
}
