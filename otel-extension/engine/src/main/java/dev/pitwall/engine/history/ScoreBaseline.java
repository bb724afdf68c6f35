package dev.pitwall.engine.history;

/** Scores, as a mean and a variance that follow slowly. */
final class ScoreBaseline implements Baseline {

  // In deviations. Worse means two of them: what is smaller is not told from noise quickly enough.
  private static final double SHIFT = 2;
  // No single result speaks louder than one at three deviations.
  private static final double LOUDEST = 3;
  private static final double LEAST_DEVIATION = 0.05;
  private static final double MEMORY = 50;

  private final boolean normalized;
  private int learnt;
  private double mean;
  private double variance;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  ScoreBaseline(boolean normalized) {
    this.normalized = normalized;
  }

  // Welford's recurrence at first, then with a constant weight: then old results count less and
  // less.
  @Override
  public void learn(double score) {
    double loudest = LOUDEST * deviation();
    double off =
        learnt < MEMORY ? score - mean : Math.max(-loudest, Math.min(loudest, score - mean));
    learnt++;
    double weight = 1 / Math.min(MEMORY, learnt);
    mean += weight * off;
    variance = (1 - weight) * (variance + weight * off * off);
    min = Math.min(min, score);
    max = Math.max(max, score);
  }

  @Override
  public int learnt() {
    return learnt;
  }

  @Override
  public double against(double score) {
    double z = Math.min(LOUDEST, (mean - score) / deviation());
    return SHIFT * z - SHIFT * SHIFT / 2;
  }

  @Override
  public double level() {
    return mean;
  }

  @Override
  public double noise() {
    return deviation();
  }

  @Override
  public double range() {
    return normalized ? 1 : Math.max(max - min, Math.max(Math.abs(mean) / 2, 1e-9));
  }

  double max() {
    return max;
  }

  // Few scores tell a variance badly, so it is taken for somewhat larger.
  private double deviation() {
    double unbiased = learnt < 2 ? 0 : variance * learnt / (learnt - 1.0);
    double uncertain = 1 + 2.0 / Math.max(1, Math.min(MEMORY, learnt));
    return Math.max(Math.sqrt(unbiased) * uncertain, LEAST_DEVIATION * range());
  }
}
