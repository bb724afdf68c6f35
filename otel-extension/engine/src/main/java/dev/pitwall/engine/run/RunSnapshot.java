package dev.pitwall.engine.run;

import java.util.List;
import java.util.Map;

/**
 * An open run as it stands at a moment. Times are epoch milliseconds, 0 where there is none.
 *
 * @param run its id
 * @param workflow its workflow
 * @param startedAt when it began; 0 while it is only planned
 * @param usefulAt when it last made useful progress
 * @param deadline when it is to be over
 * @param estimate how far it has come and what is left
 * @param waiting what it waits for as a whole
 * @param activeAgents invocations under way, by agent; 0 for one that has been called before
 * @param handoffs offers that nobody has taken up
 * @param approvals questions that nobody has answered
 * @param tasks tasks that have not ended
 * @param overdueMilestones checkpoints whose target has passed
 */
public record RunSnapshot(
    String run,
    String workflow,
    long startedAt,
    long usefulAt,
    long deadline,
    Estimate estimate,
    Waiting waiting,
    Map<String, Integer> activeAgents,
    List<Pending> handoffs,
    List<Pending> approvals,
    List<OpenTask> tasks,
    List<String> overdueMilestones) {

  /**
   * Something that is waited for.
   *
   * @param subject the handoff's target, or the approval's kind
   * @param since when the wait began
   */
  public record Pending(String subject, long since) {}

  /**
   * A task that has not ended.
   *
   * @param type its type, or an empty text
   * @param since when it was created
   * @param blocked whether it cannot go on
   */
  public record OpenTask(String type, long since, boolean blocked) {}

  /** Whether people are all that it waits for. */
  public boolean waitsForPeople() {
    return waiting == Waiting.HUMAN || waiting == Waiting.PAUSED;
  }

  /** Deadline less estimated finish, milliseconds; negative is late. Only with a deadline. */
  public long slack(long now) {
    return deadline - now - Math.max(0, estimate.remaining());
  }

  /** A run's state at {@code now}; {@code usual} as for {@link RunState#estimate}. */
  public static RunSnapshot of(RunState state, long now, long usual) {
    return new RunSnapshot(
        state.run(),
        state.workflow(),
        state.startedAt(),
        state.usefulAt(),
        state.plan().deadline(),
        state.estimate(now, usual),
        state.waiting(),
        state.agents().active(),
        state.handoffs().open().stream()
            .filter(handoff -> !handoff.isAccepted())
            .map(handoff -> new Pending(handoff.offer().target(), handoff.offer().at()))
            .toList(),
        state.approvals().open().stream()
            .map(approval -> new Pending(approval.kind(), approval.at()))
            .toList(),
        state.tasks().all().stream().filter(Task::isOpen).map(RunSnapshot::open).toList(),
        state.plan().ahead().stream()
            .filter(milestone -> milestone.target() != 0 && milestone.target() < now)
            .map(milestone -> milestone.name())
            .toList());
  }

  private static OpenTask open(Task task) {
    String type = task.created().type();
    return new OpenTask(type == null ? "" : type, task.created().at(), task.blocked() != null);
  }
}
