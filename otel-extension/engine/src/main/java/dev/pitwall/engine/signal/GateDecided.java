package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A quality gate gave its verdict; result and action are values of the conventions. */
public record GateDecided(
    String run,
    @Nullable String agent,
    @Nullable String task,
    String gate,
    String label,
    String result,
    String action,
    int attempt,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
