package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When waiting in a circle is a deadlock.
 *
 * @param persistence how long the circle must last; locks with a time limit and retries undo it
 *     sooner
 */
public record DeadlockSettings(Duration persistence) {

  /** Half a minute. */
  public static final DeadlockSettings DEFAULT = new DeadlockSettings(Duration.ofSeconds(30));
}
