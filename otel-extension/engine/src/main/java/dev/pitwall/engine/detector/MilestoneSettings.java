package dev.pitwall.engine.detector;

import java.time.Duration;

/**
 * When a target is at risk.
 *
 * @param tolerance how much faster the rest may go than the pace so far, as a share of its time,
 *     and still be late
 * @param tooEarly below what share of what is to be done the pace so far tells nothing
 * @param confirm how long an estimate must stay on one side of its target; no longer than a
 *     twentieth of the time to it
 */
public record MilestoneSettings(double tolerance, double tooEarly, Duration confirm) {

  /**
   * Parts of a plan are not of equal length: a fifth is what the rest may well make up for, and
   * before a tenth is done one long part is all there is to see.
   */
  public static final MilestoneSettings DEFAULT =
      new MilestoneSettings(0.2, 0.1, Duration.ofSeconds(30));
}
