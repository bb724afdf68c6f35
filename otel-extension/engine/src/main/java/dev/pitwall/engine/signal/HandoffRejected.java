package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** The offer was declined, or its workflow ended without calling the member. */
public record HandoffRejected(
    String run, String handoff, String source, String target, @Nullable String reason, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
