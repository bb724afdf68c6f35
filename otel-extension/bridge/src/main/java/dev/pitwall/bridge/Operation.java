package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Something under way.
 *
 * @param <R> what it ends with
 */
@FunctionalInterface
public interface Operation<R> {

  /**
   * Ends the operation. Called once, on the thread that started it.
   *
   * @param result what it returned, or null if it returned nothing or threw
   * @param error what it threw, or null
   */
  void end(@Nullable R result, @Nullable Throwable error);

  /** An operation that is not observed. */
  static <R> Operation<R> none() {
    return (result, error) -> {};
  }
}
