package dev.pitwall.engine;

import dev.pitwall.engine.detector.LoopSettings;
import java.time.Duration;

/**
 * Bounds and thresholds.
 *
 * @param maxRuns open runs that are followed at once; beyond that the one that was silent longest
 *     is given up
 * @param runTtl how long a run may be silent before it is given up
 * @param loop thresholds of the loop detector
 */
public record EngineSettings(int maxRuns, Duration runTtl, LoopSettings loop) {

  /** A thousand runs, a day of silence. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(1000, Duration.ofDays(1), LoopSettings.DEFAULT);
}
