package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** An orchestration ended. */
public record WorkflowEnded(
    String run, long operation, long parent, String workflow, @Nullable String error, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
