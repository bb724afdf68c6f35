package dev.pitwall.engine.detector;

/**
 * When repetition is a loop.
 *
 * @param minSteps how many steps in a row must repeat what came before; a few equal look-ups are
 *     ordinary
 * @param minCycles how many whole cycles must repeat, for cycles of several steps
 * @param doubt how many times as many where steps are compared without hashes
 */
public record LoopSettings(int minSteps, int minCycles, int doubt) {

  /**
   * Five equal calls in a row, or a cycle of several steps seen three times; nine without hashes.
   */
  public static final LoopSettings DEFAULT = new LoopSettings(4, 2, 2);

  public LoopSettings {
    if (minSteps < 1 || minCycles < 1 || doubt < 1) {
      throw new IllegalArgumentException("minSteps, minCycles and doubt are at least 1");
    }
  }
}
