package dev.pitwall.engine.detector;

/**
 * When a context overflows.
 *
 * @param critical how full a model's window must be to be nearly used up, as a share
 * @param growth how much of the window must have been filled by growth; a high fill that is stable
 *     is no overflow
 * @param compactions how often in a row a context must have been shortened
 * @param relief below what share there is room again
 * @param calls how many calls in a row must have found room
 */
public record ContextOverflowSettings(
    double critical, double growth, int compactions, double relief, int calls) {

  /**
   * At nine tenths the answer of an ordinary length does not fit much longer; one compaction is how
   * a long conversation is meant to go on, and two may be a coincidence.
   */
  public static final ContextOverflowSettings DEFAULT =
      new ContextOverflowSettings(0.9, 0.2, 3, 0.8, 3);
}
