package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A stop is over. */
public record StopCleared(String run, String scope, @Nullable String user, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
