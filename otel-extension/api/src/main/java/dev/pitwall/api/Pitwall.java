package dev.pitwall.api;

import org.jspecify.annotations.Nullable;

/**
 * Where to begin.
 *
 * <pre>{@code
 * try (Run run = Pitwall.run("publishing-desk")) {
 *   desk.publish(topic);
 * }
 * }</pre>
 */
public final class Pitwall {

  private Pitwall() {}

  /** Begins to plan a run of a workflow. */
  public static Plan plan(@Nullable String workflow) {
    return new Plan(Misuse.named(workflow, "workflow"));
  }

  /**
   * Begins a run that has no plan. It is the current run of this thread until it is closed, and of
   * threads to which the agent carries the context. Within another run it is a part of that.
   */
  public static Run run(@Nullable String workflow) {
    return Run.started(Misuse.named(workflow, "workflow"), null);
  }

  /**
   * The run that this thread works for, begun by this library or by a framework. What is said of a
   * run that does not exist goes nowhere.
   */
  public static Run current() {
    return Run.of(Wire.currentRun());
  }

  /**
   * A run by its id, planned or started, in this process: for work that has come through a queue or
   * a store. It is not current; what is said of it needs no current run.
   */
  public static Run find(@Nullable String run) {
    return Run.of(Misuse.named(run, "run"));
  }

  /** The emergency stop, of all workflows. */
  public static EmergencyStop emergencyStop() {
    return EmergencyStop.ALL;
  }
}
