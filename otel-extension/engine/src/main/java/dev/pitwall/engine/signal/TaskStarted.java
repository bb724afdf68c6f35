package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** Work on a task began, or began again. */
public record TaskStarted(String run, String task, @Nullable String agent, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
