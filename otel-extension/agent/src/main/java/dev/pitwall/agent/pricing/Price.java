package dev.pitwall.agent.pricing;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table: prices per million tokens.
 *
 * @param provider the provider's name as the GenAI conventions spell it, or {@code *}
 * @param model the model's name without its date; one that ends in {@code *} is a beginning
 * @param input of tokens that are read
 * @param cacheRead of those that come from a cache; as any input if null
 * @param cacheWrite of those that are put into one; as any input if null
 * @param output of tokens that are written
 * @param contextWindow how many tokens the model reads at most, if known
 * @param above holds for calls with more input tokens than this
 */
record Price(
    String provider,
    String model,
    double input,
    @Nullable Double cacheRead,
    @Nullable Double cacheWrite,
    double output,
    @Nullable Integer contextWindow,
    int above) {

  private static final double MILLION = 1_000_000;

  /** The price of a call; cached tokens are among those that were read. */
  double of(long read, long fromCache, long intoCache, long written) {
    long plain = Math.max(0, read - fromCache - intoCache);
    return (plain * input
            + fromCache * (cacheRead == null ? input : cacheRead)
            + intoCache * (cacheWrite == null ? input : cacheWrite)
            + written * output)
        / MILLION;
  }
}
