package dev.pitwall.engine.signal;

import java.util.List;

/** What is to be done was declared; a deadline of 0 is none, {@code tasks} of 0 is not known. */
public record RunPlanned(
    String run,
    String workflow,
    String planHash,
    int tasks,
    boolean authorizationRequired,
    List<Milestone> milestones,
    long deadline,
    Budget budget,
    long at)
    implements Signal {

  /**
   * A checkpoint of the plan.
   *
   * @param name its name
   * @param target when it is to be reached, epoch milliseconds, or 0
   */
  public record Milestone(String name, long target) {}

  public RunPlanned {
    milestones = List.copyOf(milestones);
  }

  @Override
  public void deliverTo(SignalHandler handler) {
    handler.on(this);
  }
}
