package dev.pitwall.bridge;

import dev.pitwall.bridge.statement.Statement;
import java.util.List;
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

  /**
   * A method is called that the operator's file maps. The result is what it returns; if that is a
   * {@link java.util.concurrent.CompletionStage}, the operation lasts until that is complete.
   *
   * @param method its class, name and parameters: {@code com.acme.Desk.publish(java.lang.String)}
   * @param self what it is called on, or null for a static method
   */
  Operation<Object> enter(String method, @Nullable Object self, @Nullable Object[] arguments);

  /** The same of a method that says itself what its calls mean, perhaps several things. */
  Operation<Object> enter(
      List<MethodMapping> mappings, @Nullable Object self, @Nullable Object[] arguments);

  /** The emergency stop is armed, tested, engaged or cleared. */
  void order(StopOrder order);
}
