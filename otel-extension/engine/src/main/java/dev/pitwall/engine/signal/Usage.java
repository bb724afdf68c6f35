package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * What a model call took, as far as the model and the price list tell.
 *
 * @param input tokens read, cached ones included
 * @param output tokens written, reasoning included
 * @param cacheRead of the input, those that came from the cache
 * @param cacheWrite of the input, those that were put into the cache
 * @param reasoning of the output, those that the model thought with
 * @param cost its price, in the currency of the price list
 * @param contextWindow how much the model can read at most, in tokens
 * @param compacted whether the conversation was shortened to fit
 */
public record Usage(
    @Nullable Integer input,
    @Nullable Integer output,
    @Nullable Integer cacheRead,
    @Nullable Integer cacheWrite,
    @Nullable Integer reasoning,
    @Nullable Double cost,
    @Nullable Integer contextWindow,
    boolean compacted) {

  /** Nothing is known. */
  public static final Usage UNKNOWN = new Usage(null, null, null, null, null, null, null, false);

  /** Input and output only. */
  public static Usage of(@Nullable Integer input, @Nullable Integer output) {
    return new Usage(input, output, null, null, null, null, null, false);
  }

  /** Tokens in all, as far as they are known. */
  public long tokens() {
    return (input == null ? 0L : input) + (output == null ? 0L : output);
  }
}
