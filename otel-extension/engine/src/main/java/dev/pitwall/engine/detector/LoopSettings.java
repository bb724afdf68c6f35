package dev.pitwall.engine.detector;

/**
 * When repetition is a loop.
 *
 * @param minSteps how many steps in a row must repeat what came before; a few equal look-ups are
 *     ordinary
 * @param minCycles how many whole cycles must repeat, for cycles of several steps
 */
public record LoopSettings(int minSteps, int minCycles) {

  /** Five equal calls in a row, or a cycle of several steps seen three times. */
  public static final LoopSettings DEFAULT = new LoopSettings(4, 2);

  public LoopSettings {
    if (minSteps < 1 || minCycles < 1) {
      throw new IllegalArgumentException("minSteps and minCycles are at least 1");
    }
  }
}
