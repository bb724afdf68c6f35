package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** The answer came, or its time ran out; the result is a value of the conventions. */
public record ApprovalDecided(
    String run,
    String approval,
    String kind,
    @Nullable String guards,
    String result,
    long requestedAt,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
