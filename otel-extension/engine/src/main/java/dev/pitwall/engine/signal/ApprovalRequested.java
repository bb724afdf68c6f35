package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A person was asked; {@code guards} is the tool that must wait for the answer, if it is one. */
public record ApprovalRequested(
    String run,
    String approval,
    String kind,
    @Nullable String guards,
    @Nullable String task,
    long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
