package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A model was called and answered or failed; tokens as it reported them, or null. */
public record ModelCalled(
    String run,
    long parent,
    @Nullable String agent,
    @Nullable String model,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens,
    @Nullable String error,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
