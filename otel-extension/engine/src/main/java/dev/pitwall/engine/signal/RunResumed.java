package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A run on hold goes on. */
public record RunResumed(String run, @Nullable String reason, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
