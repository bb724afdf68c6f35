package dev.pitwall.bridge;

import dev.pitwall.bridge.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What applications say of their runs themselves, through the API, annotations or a file that maps
 * their methods. Implementations never throw, return quickly and are safe for use by any thread.
 *
 * <p>A run is named by its id; null is the run that the calling thread works for. What is said of a
 * run that is not open is dropped and counted.
 */
public interface Declarations {

  /** A plan was made; returns the id of its run, which may be authorized and then started. */
  String plan(RunPlan plan);

  /**
   * A run begins at a boundary that the application draws; within another run it is a part of that.
   *
   * @param workflow its workflow
   * @param run the id of its plan, or null if it has none
   */
  Operation<Object> startRun(String workflow, @Nullable String run);

  /** Work on a task begins. */
  Operation<Object> startTask(@Nullable String run, String task, @Nullable String agent);

  /** The run that the calling thread works for, or null. */
  @Nullable String currentRun();

  /** Something is said of a run. */
  void declare(@Nullable String run, Statement statement);

  /** The emergency stop is armed, tested, engaged or cleared. */
  void order(StopOrder order);
}
