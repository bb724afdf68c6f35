package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When a run that makes no progress is stalled.
 *
 * @param silence how long nothing may be heard of a run in which nothing is under way
 * @param call how long a call, an agent or a task may take whose usual duration is not known, and
 *     how long a run may take to get going
 * @param busy how long a run may be busy without leaving anything new behind
 * @param floor below which no known usual duration brings the patience with a tool, an agent or a
 *     silent run
 * @param factor how many times its usual duration (95 % of its calls) something may take
 */
public record StallSettings(
    Duration silence, Duration call, Duration busy, Duration floor, double factor) {

  /** Five minutes of silence, ten for what is not known, fifteen of fruitless work. */
  public static final StallSettings DEFAULT =
      new StallSettings(
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(1),
          4);
}
