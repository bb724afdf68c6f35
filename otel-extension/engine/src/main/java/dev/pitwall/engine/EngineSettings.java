package dev.pitwall.engine;

import dev.pitwall.engine.detector.DetectorSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Bounds and thresholds.
 *
 * @param maxRuns open runs that are followed at once; beyond that the one that was silent longest
 *     is given up
 * @param runTtl how long a run may be silent before it is given up
 * @param detectors thresholds of the detectors
 * @param ofWorkflows thresholds of workflows that have their own, by name; the case of letters is
 *     not told apart, nor are {@code -}, {@code _} and {@code .}
 */
public record EngineSettings(
    int maxRuns,
    Duration runTtl,
    DetectorSettings detectors,
    Map<String, DetectorSettings> ofWorkflows) {

  /** A thousand runs, a day of silence. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(1000, Duration.ofDays(1), DetectorSettings.DEFAULTS);

  public EngineSettings {
    Map<String, DetectorSettings> byKey = new HashMap<>();
    ofWorkflows.forEach((workflow, own) -> byKey.put(key(workflow), own));
    ofWorkflows = Map.copyOf(byKey);
  }

  /** The same thresholds for all workflows. */
  public EngineSettings(int maxRuns, Duration runTtl, DetectorSettings detectors) {
    this(maxRuns, runTtl, detectors, Map.of());
  }

  /** What the names have in common that settings cannot tell apart. */
  static String key(String workflow) {
    return workflow.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
  }
}
