package dev.pitwall.bridge;

import java.util.List;

/**
 * What is to be done. Times are epoch milliseconds, limits of 0 are none.
 *
 * @param workflow the workflow's name
 * @param planHash tells one plan from another; empty if the plan has no text of its own
 * @param tasks how many tasks it has
 * @param authorizationRequired whether the run needs a permission
 * @param milestones names of its checkpoints
 * @param targets when each is to be reached
 * @param deadline when the run is to be over
 * @param tokens tokens that it may use
 * @param cost what it may cost
 * @param calls model calls that it may make
 * @param millis how long it may take
 */
public record RunPlan(
    String workflow,
    String planHash,
    int tasks,
    boolean authorizationRequired,
    List<String> milestones,
    List<Long> targets,
    long deadline,
    long tokens,
    double cost,
    long calls,
    long millis) {

  public RunPlan {
    milestones = List.copyOf(milestones);
    targets = List.copyOf(targets);
  }
}
