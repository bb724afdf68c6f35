package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When a handoff is lost.
 *
 * @param acceptance how long an offer may wait on an edge whose usual latency is not known
 * @param work how long nothing may be heard of accepted work where its usual duration is not known
 * @param floor below which no known latency brings the patience
 * @param factor how many times its usual latency (99 % of its handoffs) an edge may take
 * @param reroute how long the source may take to offer elsewhere what had no receiver
 */
public record HandoffLostSettings(
    Duration acceptance, Duration work, Duration floor, double factor, Duration reroute) {

  /**
   * Five minutes to take up, half an hour of silence, three times what is usual, a minute at least.
   */
  public static final HandoffLostSettings DEFAULT =
      new HandoffLostSettings(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofMinutes(1),
          3,
          Duration.ofSeconds(30));
}
