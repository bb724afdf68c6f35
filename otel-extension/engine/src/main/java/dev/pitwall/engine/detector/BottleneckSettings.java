package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When a queue is a bottleneck.
 *
 * @param queue how many must wait for one
 * @param delay how long the first of them must have waited
 * @param lasting how long a queue must last that neither grows nor drains
 */
public record BottleneckSettings(int queue, Duration delay, Duration lasting) {

  /** Five that wait, a minute, and ten minutes if it does not grow. */
  public static final BottleneckSettings DEFAULT =
      new BottleneckSettings(5, Duration.ofMinutes(1), Duration.ofMinutes(10));
}
