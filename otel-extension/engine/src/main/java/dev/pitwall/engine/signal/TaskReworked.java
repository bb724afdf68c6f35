package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A check sent a task back. */
public record TaskReworked(String run, String task, @Nullable String gate, long at)
    implements Signal {

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
