package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A run ended, with the error's type if it failed. */
public record RunEnded(String run, String workflow, @Nullable String error, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
