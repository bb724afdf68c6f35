package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * A task cannot go on; its next start or end ends that. {@code until} is when the wait is over at
 * the latest, or 0.
 */
public record TaskBlocked(
    String run,
    String task,
    Reason reason,
    @Nullable String on,
    @Nullable String holder,
    long until,
    long at)
    implements Signal {

  /** What it waits for. */
  public enum Reason {
    DEPENDENCY,
    RESOURCE,
    AGENT,
    HUMAN,
    REMOTE,
    RATE_LIMIT,
    EXTERNAL,
    TIMER
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
