package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A model is asked. */
public record ModelStarted(
    String run,
    long operation,
    long parent,
    @Nullable String agent,
    @Nullable String model,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
