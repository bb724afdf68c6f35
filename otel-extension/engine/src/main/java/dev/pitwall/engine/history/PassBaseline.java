package dev.pitwall.engine.history;

/**
 * Verdicts of a gate, 1 for passed and 0 for failed, as a share of failures that follows slowly.
 */
final class PassBaseline implements Baseline {

  private static final double MEMORY = 50;
  // Two failures and two passes that nobody saw: few verdicts tell a small share badly.
  private static final double UNSEEN = 2;
  private static final double WORSE = 0.3;
  private static final double WORST = 0.95;

  private int learnt;
  private double failures;

  @Override
  public void learn(double verdict) {
    if (learnt >= MEMORY) {
      failures *= (MEMORY - 1) / MEMORY;
    }
    learnt++;
    failures += 1 - verdict;
  }

  @Override
  public int learnt() {
    return learnt;
  }

  @Override
  public double against(double verdict) {
    double usual = (failures + UNSEEN) / (seen() + 2 * UNSEEN);
    double worse = Math.min(WORST, Math.max(3 * usual, usual + WORSE));
    return worse <= usual
        ? 0
        : verdict < 0.5 ? Math.log(worse / usual) : Math.log((1 - worse) / (1 - usual));
  }

  @Override
  public double level() {
    return 1 - failures / Math.max(1, seen());
  }

  @Override
  public double noise() {
    return WORSE / 2;
  }

  @Override
  public double range() {
    return 1;
  }

  private double seen() {
    return Math.min(MEMORY, learnt);
  }
}
