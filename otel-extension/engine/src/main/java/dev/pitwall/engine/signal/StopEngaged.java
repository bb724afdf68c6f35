package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** From now on the run must not begin anything. */
public record StopEngaged(
    String run, String scope, @Nullable String user, @Nullable String reason, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
