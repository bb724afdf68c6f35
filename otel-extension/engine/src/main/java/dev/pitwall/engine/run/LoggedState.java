package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run's state that its workflow log tells, and from which it can be rebuilt. What is
 * only seen in spans (calls, agents under way, topology) is not in it.
 *
 * @param startedAt when it began, epoch milliseconds, or 0
 * @param plan the latest plan
 * @param authorization the latest permission
 * @param revocation how that was taken back
 * @param milestones checkpoints that were reached, and when
 * @param tasks tasks, oldest first
 * @param handoffs handoffs that are open, oldest first
 * @param approvals questions that are open, oldest first
 * @param paused whether it is on hold
 */
public record LoggedState(
    long startedAt,
    @Nullable RunPlanned plan,
    @Nullable RunAuthorized authorization,
    @Nullable RunRevoked revocation,
    Map<String, Long> milestones,
    List<Task> tasks,
    List<Handoffs.Handoff> handoffs,
    List<ApprovalRequested> approvals,
    boolean paused) {

  static LoggedState of(RunState state, boolean paused) {
    Plan plan = state.plan();
    return new LoggedState(
        state.startedAt(),
        plan.declared(),
        plan.authorization(),
        plan.revocation(),
        Map.copyOf(plan.reached()),
        List.copyOf(state.tasks().all()),
        List.copyOf(state.handoffs().open()),
        List.copyOf(state.approvals().open()),
        paused);
  }
}
