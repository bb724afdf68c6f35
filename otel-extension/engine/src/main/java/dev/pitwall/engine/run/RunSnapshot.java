package dev.pitwall.engine.run;

import java.util.List;
import java.util.Map;

/**
 * An open run as it stands.
 *
 * @param run its id
 * @param workflow its workflow
 * @param startedAt when it began, epoch milliseconds
 * @param usefulAt when it last made useful progress, epoch milliseconds
 * @param progress how far it has come, 0 to 1
 * @param activeAgents invocations under way, by agent; 0 for one that has been called before
 * @param handoffs offers that nobody has taken up
 * @param approvals questions that nobody has answered
 */
public record RunSnapshot(
    String run,
    String workflow,
    long startedAt,
    long usefulAt,
    double progress,
    Map<String, Integer> activeAgents,
    List<Pending> handoffs,
    List<Pending> approvals) {

  private static final double TOO_EARLY = 0.05;

  /**
   * Something that is waited for.
   *
   * @param subject the handoff's target, or the approval's kind
   * @param since when the wait began, epoch milliseconds
   */
  public record Pending(String subject, long since) {}

  /** Whether people are all that it waits for. */
  public boolean waitsForPeople() {
    return !approvals.isEmpty() && activeAgents.values().stream().noneMatch(n -> n > 0);
  }

  /** The remaining time at the pace so far, milliseconds, or -1 while it is too early to tell. */
  public long remaining(long now) {
    return progress < TOO_EARLY ? -1 : Math.round((now - startedAt) * (1 - progress) / progress);
  }
}
