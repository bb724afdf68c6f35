package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When an open task is orphaned.
 *
 * @param grace how long after the end of its run a task may still be recorded as ended
 * @param patience how long a task may lie idle whose owner has ended or whose dependency has
 *     failed; a planner needs time to give it to somebody else
 * @param factor how many times its usual duration a task may take before its owner's end counts
 * @param keep how long after its end a run with orphaned tasks is still listened to
 */
public record OrphanedTaskSettings(
    Duration grace, Duration patience, double factor, Duration keep) {

  /** Ten seconds after the run, five minutes within it, ten minutes of listening. */
  public static final OrphanedTaskSettings DEFAULT =
      new OrphanedTaskSettings(
          Duration.ofSeconds(10), Duration.ofMinutes(5), 2, Duration.ofMinutes(10));
}
