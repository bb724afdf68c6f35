package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When sharing is contention.
 *
 * @param waits how many waits for one resource within {@code window}
 * @param shortest what is shorter is no wait
 * @param longest how long a single wait may last
 * @param overwritten how often a value may be overwritten of which nobody has told that it was
 *     read; a write that is known to rest on an outdated read counts at once
 * @param window within which conflicts add up
 * @param quiet how long there may be no conflict for it to be over
 */
public record ContentionSettings(
    int waits,
    Duration shortest,
    Duration longest,
    int overwritten,
    Duration window,
    Duration quiet) {

  /** Three waits of a second in ten minutes, one of two minutes, two overwritten values. */
  public static final ContentionSettings DEFAULT =
      new ContentionSettings(
          3,
          Duration.ofSeconds(1),
          Duration.ofMinutes(2),
          2,
          Duration.ofMinutes(10),
          Duration.ofMinutes(5));
}
