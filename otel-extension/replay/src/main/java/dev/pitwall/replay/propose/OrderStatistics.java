package dev.pitwall.replay.propose;

/**
 * Where in a sorted sample the bounds of a quantile are, whatever its distribution is: between two
 * values of the sample lies the quantile with the given confidence, because how many values are
 * below it is a binomial number.
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/prc/section2/prc262.htm">NIST/SEMATECH
 *     e-Handbook, percentiles</a>
 */
final class OrderStatistics {

  private final double share;
  private final double tail;

  /**
   * @param share which quantile, 0 to 1
   * @param confidence how sure the interval is, 0 to 1; what is left is divided between both sides
   */
  OrderStatistics(double share, double confidence) {
    this.share = share;
    this.tail = (1 - confidence) / 2;
  }

  /** How large a sample must be to have an upper bound. */
  int least() {
    // The largest value is a bound unless all of them are below the quantile.
    return (int) Math.ceil(Math.log(tail) / Math.log(share));
  }

  /** The place of the quantile itself in a sorted sample, from 0. */
  int estimate(int size) {
    return (int) Math.min(size - 1L, (long) Math.ceil(share * size) - 1);
  }

  /** The place of the lower bound, from 0; the smallest value if there is none. */
  int lower(int size) {
    return Math.max(0, first(size, tail, false) - 1);
  }

  /**
   * The place of the upper bound, from 0.
   *
   * @throws IllegalArgumentException if the sample is smaller than {@link #least}
   */
  int upper(int size) {
    if (size < least()) {
      throw new IllegalArgumentException(size + " values have no upper bound");
    }
    return Math.min(size - 1, first(size, 1 - tail, true));
  }

  /**
   * The first count such that at most so many values are below the quantile with a probability
   * above the given one, or as large.
   */
  private int first(int size, double probability, boolean orEqual) {
    double odds = Math.log(share / (1 - share));
    // In logarithms: the single probabilities of a large sample are too small for a double.
    double log = size * Math.log(1 - share);
    double below = 0;
    for (int count = 0; count < size; count++) {
      below += Math.exp(log);
      if (below > probability || (orEqual && below >= probability)) {
        return count;
      }
      log += odds + Math.log((double) (size - count) / (count + 1));
    }
    return size;
  }
}
