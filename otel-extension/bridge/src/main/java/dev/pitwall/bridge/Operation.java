package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Something under way.
 *
 * <p>While its method runs, it is the parent of what the same thread starts; a hook ends it when
 * the method returns. Where the method returns and the work goes on elsewhere (a future, a stream,
 * a handler that is called back), the hook {@linkplain #detach detaches} it from the thread when
 * the method returns, {@linkplain #activate activates} it around call-backs, and ends it when the
 * work is over, on whatever thread that is, even before the method has returned.
 *
 * @param <R> what it ends with
 */
public interface Operation<R> {

  /**
   * Ends the operation; further calls do nothing.
   *
   * @param result what it returned, or null if it returned nothing or threw
   * @param error what it threw, or null
   */
  void end(@Nullable R result, @Nullable Throwable error);

  /** Is not current any more on the thread that started it, which calls this. */
  void detach();

  /** Is current on the calling thread until the activation is closed. */
  Activation activate();

  /**
   * What the operation was started in is current on the calling thread until the activation is
   * closed: where a call-back of the caller's belongs, which is no part of the operation.
   */
  Activation activateCaller();

  /** An operation that is not observed. */
  @SuppressWarnings("unchecked") // it takes results only to forget them
  static <R> Operation<R> none() {
    return (Operation<R>) UnobservedOperation.INSTANCE;
  }
}
