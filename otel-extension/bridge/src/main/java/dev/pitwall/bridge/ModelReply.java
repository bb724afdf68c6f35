package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A model's answer.
 *
 * @param id the provider's id of it
 * @param model the model that answered
 * @param finishReason why it stopped
 * @param inputTokens tokens read, cached ones included
 * @param outputTokens tokens written
 */
public record ModelReply(
    @Nullable String id,
    @Nullable String model,
    @Nullable String finishReason,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens) {

  public ModelReply {
    id = Names.ofNullable(id);
    model = Names.ofNullable(model);
    finishReason = Names.ofNullable(finishReason);
  }
}
