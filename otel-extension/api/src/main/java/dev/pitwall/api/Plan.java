package dev.pitwall.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, in the making. Everything is optional.
 *
 * <pre>{@code
 * PlannedRun run = Pitwall.plan("publishing-desk").tasks(4).needsAuthorization().declare();
 * }</pre>
 */
public final class Plan {

  private final String workflow;
  private final List<String> milestones = new ArrayList<>();
  private final List<Long> targets = new ArrayList<>();
  private String hash = "";
  private int tasks;
  private boolean authorization;
  private long deadline;
  private Budget budget = Budget.NONE;

  /** {@code workflow} is its workflow's name. */
  Plan(String workflow) {
    this.workflow = workflow;
  }

  /**
   * Tells this plan from another, for example a hash of its text: a permission that was given for
   * one plan does not hold for another.
   */
  public synchronized Plan hash(@Nullable String value) {
    hash = value == null ? "" : value;
    return this;
  }

  /** How many tasks it has; progress is read from how many of them have ended. */
  public synchronized Plan tasks(int count) {
    tasks = Math.max(0, count);
    return this;
  }

  /** A checkpoint without a target. */
  public Plan milestone(@Nullable String name) {
    return milestone(name, null);
  }

  /** A checkpoint, and when it is to be reached. */
  public synchronized Plan milestone(@Nullable String name, @Nullable Instant target) {
    milestones.add(Misuse.named(name, "milestone"));
    targets.add(Millis.of(target));
    return this;
  }

  /** When the run is to be over. */
  public synchronized Plan deadline(@Nullable Instant at) {
    deadline = Millis.of(at);
    return this;
  }

  /** What the run may use. */
  public synchronized Plan budget(@Nullable Budget limits) {
    budget = limits == null ? Budget.NONE : limits;
    return this;
  }

  /** The run may only start with a permission for this plan. */
  public synchronized Plan needsAuthorization() {
    authorization = true;
    return this;
  }

  /** Makes the plan known; each call is a run of its own. */
  public synchronized PlannedRun declare() {
    String run =
        Wire.plan(
            workflow,
            hash,
            tasks,
            authorization,
            List.copyOf(milestones),
            List.copyOf(targets),
            deadline,
            budget.tokens(),
            budget.cost(),
            budget.calls(),
            Millis.of(budget.time()));
    return new PlannedRun(workflow, run, hash);
  }
}
