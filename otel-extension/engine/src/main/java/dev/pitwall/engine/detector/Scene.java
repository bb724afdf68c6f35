package dev.pitwall.engine.detector;

import dev.pitwall.engine.history.WorkflowHistory;
import dev.pitwall.engine.run.RunState;

/**
 * What the detectors of one run work with.
 *
 * @param run what is known of the run, the latest signal included
 * @param history what is usual in its workflow, the run itself not included
 * @param findings where they put what they find
 * @param alarm wakes them when something does not happen
 */
public record Scene(RunState run, WorkflowHistory history, FindingSink findings, Alarm alarm) {

  /** A wish to be woken. */
  @FunctionalInterface
  public interface Alarm {

    /** {@link Detector#onTime} is to be called at {@code at}, epoch milliseconds, or soon after. */
    void at(long at);
  }
}
