package dev.pitwall.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of the wire. The extension gives these methods their behaviour; what they are called,
 * what they take and what they return is all that it knows of this library, so it is kept to types
 * of the JDK and never changed, only added to.
 */
@SuppressWarnings("unused") // by bodies that do nothing
final class Wire {

  private Wire() {}

  /** Declares a plan and returns the id of its run, or an empty text. */
  static String plan(
      String workflow,
      String hash,
      int tasks,
      boolean authorization,
      List<String> milestones,
      List<Long> targets,
      long deadline,
      long tokens,
      double cost,
      long calls,
      long millis) {
    return "";
  }

  /** Begins a run and returns what ends it, or null. */
  static @Nullable Object startRun(String workflow, @Nullable String run) {
    return null;
  }

  /** Begins work on a task and returns what ends it, or null. */
  static @Nullable Object startTask(@Nullable String run, String task, @Nullable String agent) {
    return null;
  }

  /** Ends what was begun. */
  static void end(@Nullable Object begun, @Nullable Object result, @Nullable Throwable error) {}

  /** Is not current any more on the thread that began it. */
  static void detach(@Nullable Object begun) {}

  /** Makes what was begun current on this thread and returns what ends that, or null. */
  static @Nullable AutoCloseable activate(@Nullable Object begun) {
    return null;
  }

  /** The id of the run that this thread works for, or null. */
  static @Nullable String currentRun() {
    return null;
  }

  /** Says something of a run; null is the one that this thread works for. */
  static void say(@Nullable String run, String statement, @Nullable Object[] arguments) {}

  /** Orders something about the emergency stop. */
  static void order(
      String action, @Nullable String workflow, @Nullable String user, @Nullable String reason) {}
}
