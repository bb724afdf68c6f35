package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/** A task is over. */
public record TaskEnded(String run, String task, Result result, @Nullable String error, long at)
    implements Signal {

  /** How it ended. */
  public enum Result {
    COMPLETED,
    FAILED,
    CANCELLED,
    SKIPPED
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
