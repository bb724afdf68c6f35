package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** The member finished, or failed with an error of the given type. */
public record HandoffEnded(
    String run,
    String handoff,
    String source,
    String target,
    long acceptedAt,
    @Nullable String error,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
