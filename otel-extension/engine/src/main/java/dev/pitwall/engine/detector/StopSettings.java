package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When activity after a stop is over.
 *
 * @param quiet how long nothing may have started
 */
public record StopSettings(Duration quiet) {

  /** A minute. */
  public static final StopSettings DEFAULT = new StopSettings(Duration.ofMinutes(1));
}
