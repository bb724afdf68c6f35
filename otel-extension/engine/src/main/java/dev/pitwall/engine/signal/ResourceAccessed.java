package dev.pitwall.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * A shared artifact was read or written in the given version, or a lock was held, from {@code
 * startedAt} to {@code at}.
 */
public record ResourceAccessed(
    String run,
    long operation,
    String party,
    String resource,
    @Nullable String version,
    Access access,
    long startedAt,
    long at)
    implements Signal {

  /** How. */
  public enum Access {
    READ,
    WRITE,
    LOCK
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
