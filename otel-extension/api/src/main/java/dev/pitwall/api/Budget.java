package dev.pitwall.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use; 0 is no limit.
 *
 * <pre>{@code Budget limits = Budget.tokens(200_000).andCost(1.50);}</pre>
 *
 * @param tokens tokens in all
 * @param cost in the currency of the price list
 * @param calls model calls
 * @param time from start to end
 */
public record Budget(long tokens, double cost, long calls, Duration time) {

  /** No limits. */
  public static final Budget NONE = new Budget(0, 0, 0, Duration.ZERO);

  /** What is negative, not a number or null is no limit. */
  public Budget(long tokens, double cost, long calls, @Nullable Duration time) {
    this.tokens = Math.max(0, tokens);
    this.cost = cost > 0 ? cost : 0;
    this.calls = Math.max(0, calls);
    this.time = time == null || time.isNegative() ? Duration.ZERO : time;
  }

  /** A limit of tokens. */
  public static Budget tokens(long tokens) {
    return NONE.andTokens(tokens);
  }

  /** A limit of cost. */
  public static Budget cost(double cost) {
    return NONE.andCost(cost);
  }

  /** These limits and one of tokens. */
  public Budget andTokens(long limit) {
    return new Budget(limit, cost, calls, time);
  }

  /** These limits and one of cost. */
  public Budget andCost(double limit) {
    return new Budget(tokens, limit, calls, time);
  }

  /** These limits and one of model calls. */
  public Budget andCalls(long limit) {
    return new Budget(tokens, cost, limit, time);
  }

  /** These limits and one of time. */
  public Budget andTime(@Nullable Duration limit) {
    return new Budget(tokens, cost, calls, limit);
  }
}
