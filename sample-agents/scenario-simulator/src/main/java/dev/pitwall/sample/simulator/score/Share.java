package dev.pitwall.sample.simulator.score;

/**
 * So many of so many, with the interval in which the true share lies at 95 % (Wilson, "Probable
 * inference, the law of succession, and statistical inference", 1927), which also holds near 1 and
 * for few.
 */
public record Share(long of, long all) {

  private static final double Z = 1.959964;

  /** The share; 1 of nothing. */
  public double value() {
    return all == 0 ? 1 : (double) of / all;
  }

  /** The lower end of the interval. */
  public double least() {
    return bound(-1);
  }

  /** The upper end of the interval. */
  public double most() {
    return bound(1);
  }

  private double bound(int side) {
    if (all == 0) {
      return side < 0 ? 0 : 1;
    }
    double n = all;
    double p = value();
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double bound = (centre + side * spread) / (1 + Z * Z / n);
    return Math.max(0, Math.min(1, bound));
  }
}
