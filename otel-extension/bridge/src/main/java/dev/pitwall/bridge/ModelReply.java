package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A model's answer, or what there was of it when the call ended.
 *
 * @param id the provider's id of it
 * @param model the model that answered
 * @param finishReason why it stopped
 * @param usage tokens as reported, or null if the model reported none
 * @param firstChunkSeconds from the call to the first chunk of a streamed answer, if one arrived
 */
public record ModelReply(
    @Nullable String id,
    @Nullable String model,
    @Nullable String finishReason,
    @Nullable Usage usage,
    @Nullable Double firstChunkSeconds) {

  /** Why the model stopped, where the caller gave up on the answer. */
  public static final String CANCELLED = "cancelled";

  public ModelReply {
    id = Names.ofNullable(id);
    model = Names.ofNullable(model);
    finishReason = Names.ofNullable(finishReason);
  }

  /** An answer in one piece. */
  public ModelReply(
      @Nullable String id,
      @Nullable String model,
      @Nullable String finishReason,
      @Nullable Integer inputTokens,
      @Nullable Integer outputTokens) {
    this(id, model, finishReason, Usage.of(inputTokens, outputTokens), null);
  }

  /** Of a call that the caller gave up. */
  public static ModelReply cancelled(@Nullable Double firstChunkSeconds) {
    return new ModelReply(null, null, CANCELLED, null, firstChunkSeconds);
  }

  /**
   * Tokens of a call; null where the model did not tell.
   *
   * @param input tokens read, cached ones included
   * @param output tokens written, reasoning included
   * @param cacheRead those of the input that were read from a cache
   * @param cacheWrite those of the input that were written to a cache
   * @param reasoning those of the output that were spent on reasoning
   */
  public record Usage(
      @Nullable Integer input,
      @Nullable Integer output,
      @Nullable Integer cacheRead,
      @Nullable Integer cacheWrite,
      @Nullable Integer reasoning) {

    /** Of a model that tells no more than this; null if it does not even tell that. */
    public static @Nullable Usage of(@Nullable Integer input, @Nullable Integer output) {
      return input == null && output == null ? null : new Usage(input, output, null, null, null);
    }
  }
}
