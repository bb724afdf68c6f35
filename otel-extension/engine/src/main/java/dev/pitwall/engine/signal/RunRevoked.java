package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** The permission was taken back. */
public record RunRevoked(String run, @Nullable String user, @Nullable String reason, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
