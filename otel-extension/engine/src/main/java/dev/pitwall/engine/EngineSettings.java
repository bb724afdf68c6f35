package dev.pitwall.engine;

import dev.pitwall.engine.detector.DetectorSettings;
import java.time.Duration;

/**
 * Bounds and thresholds.
 *
 * @param maxRuns open runs that are followed at once; beyond that the one that was silent longest
 *     is given up
 * @param runTtl how long a run may be silent before it is given up
 * @param detectors thresholds of the detectors
 */
public record EngineSettings(int maxRuns, Duration runTtl, DetectorSettings detectors) {

  /** A thousand runs, a day of silence. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(1000, Duration.ofDays(1), DetectorSettings.DEFAULTS);
}
