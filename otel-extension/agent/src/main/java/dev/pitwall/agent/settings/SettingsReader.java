package dev.pitwall.agent.settings;

import dev.pitwall.engine.EngineSettings;
import dev.pitwall.engine.detector.LoopSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from system properties ({@code pitwall.live-runs.max}) and environment variables
 * ({@code PITWALL_LIVE_RUNS_MAX}); the property wins. A value that is not allowed is named once and
 * replaced by the default.
 */
public final class SettingsReader {

  private static final Logger logger = Logger.getLogger(SettingsReader.class.getName());
  private static final int EXPORTS_SEEN = 2;

  private final Function<String, @Nullable String> lookup;

  SettingsReader(Function<String, @Nullable String> lookup) {
    this.lookup = lookup;
  }

  /** A reader of this process's properties and environment. */
  public static SettingsReader ofProcess() {
    return new SettingsReader(SettingsReader::fromProcess);
  }

  public PitwallSettings read() {
    LoopSettings loop = LoopSettings.DEFAULT;
    return new PitwallSettings(
        new EngineSettings(
            number("pitwall.runs.max", 1, 100_000, EngineSettings.DEFAULT.maxRuns()),
            EngineSettings.DEFAULT.runTtl(),
            new LoopSettings(
                number("pitwall.detector.loop.min-steps", 1, 1000, loop.minSteps()),
                number("pitwall.detector.loop.min-cycles", 1, 100, loop.minCycles()))),
        number("pitwall.live-runs.max", 0, 1000, 0),
        Duration.ofMillis(
            (long) EXPORTS_SEEN * number("otel.metric.export.interval", 1, 3_600_000, 60_000)),
        lookup.apply("pitwall.hash.key"));
  }

  private int number(String key, int min, int max, int byDefault) {
    String value = lookup.apply(key);
    if (value == null) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(value.trim());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    logger.log(
        Level.WARNING,
        "{0}={1} is not a whole number from {2} to {3}; {4} is used instead",
        new Object[] {
          key, value, String.valueOf(min), String.valueOf(max), String.valueOf(byDefault)
        });
    return byDefault;
  }

  private static @Nullable String fromProcess(String key) {
    String property = System.getProperty(key);
    return property != null
        ? property
        : System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
  }
}
