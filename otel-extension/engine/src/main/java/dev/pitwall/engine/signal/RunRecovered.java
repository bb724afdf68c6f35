package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A run goes on after a failure. */
public record RunRecovered(String run, @Nullable String reason, long at) implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
