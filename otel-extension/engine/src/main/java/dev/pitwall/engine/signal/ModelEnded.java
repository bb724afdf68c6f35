package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A model answered or failed. */
public record ModelEnded(
    String run,
    long operation,
    long parent,
    @Nullable String agent,
    @Nullable String model,
    Usage usage,
    @Nullable String error,
    long startedAt,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
