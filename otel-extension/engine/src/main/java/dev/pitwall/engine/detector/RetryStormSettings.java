package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When failing again is a storm.
 *
 * @param minFailures failures of one call in quick succession, the first one included
 * @param nestedFailures failures of one call in all, where retries are retried from outside
 * @param quick how long after a failure the next try is still quick
 * @param rest how long after the last failure it is over
 */
public record RetryStormSettings(
    int minFailures, int nestedFailures, Duration quick, Duration rest) {

  /**
   * Clients try three times and careful ones five times with growing pauses, so five tries within
   * two seconds of each other are no plan; two rounds of three tries are two retries in each other.
   */
  public static final RetryStormSettings DEFAULT =
      new RetryStormSettings(5, 6, Duration.ofSeconds(2), Duration.ofMinutes(1));
}
