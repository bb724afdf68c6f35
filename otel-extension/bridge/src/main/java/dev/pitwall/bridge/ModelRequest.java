package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A call of a model.
 *
 * @param provider the provider's name as the GenAI conventions spell it
 * @param model the model asked for, if known
 * @param maxTokens the limit of the answer's length, if given
 * @param temperature the sampling temperature, if given
 */
public record ModelRequest(
    String provider,
    @Nullable String model,
    @Nullable Integer maxTokens,
    @Nullable Double temperature) {

  public ModelRequest {
    provider = Names.of(provider);
    model = Names.ofNullable(model);
  }
}
