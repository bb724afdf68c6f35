package dev.pitwall.engine.detector;

/**
 * When spending runs away.
 *
 * @param factor how many times what 95 % of earlier runs needed is far past it
 * @param minRuns how many earlier runs tell what is usual
 * @param minTokens below so many tokens nothing has run away, unless a budget says so
 * @param minCost the same in the currency of the price list
 * @param minCalls the same in model calls, where tokens are not known
 * @param projection how many times its budget a run must be heading for, by plan and pace, for this
 *     to be said before the budget is used up
 */
public record RunawayCostSettings(
    double factor, int minRuns, int minTokens, double minCost, int minCalls, double projection) {

  /**
   * Agents' token use is skewed to the right: three times the 95th percentile, which twenty runs
   * tell roughly, is past what a hard case explains; and what costs less than a coffee is not worth
   * waking anybody.
   */
  public static final RunawayCostSettings DEFAULT =
      new RunawayCostSettings(3, 20, 50_000, 1, 100, 2);
}
