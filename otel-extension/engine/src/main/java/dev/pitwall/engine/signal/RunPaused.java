package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A run was put on hold. */
public record RunPaused(String run, @Nullable String reason, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
