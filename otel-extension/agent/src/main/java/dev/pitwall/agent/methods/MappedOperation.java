package dev.pitwall.agent.methods;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call of a mapped method. What its end means is decided when it is over: when the method has
 * returned, or what it returned has been completed.
 */
final class MappedOperation implements Operation<Object> {

  private final Operation<Object> begun;
  private final Ending ending;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** What is said at the end, before what was begun ends. */
  interface Ending {

    Ending NONE = (result, error) -> result;

    /** Says it and returns what the operation ends with. */
    @Nullable Object end(@Nullable Object result, @Nullable Throwable error);
  }

  MappedOperation(Operation<Object> begun, Ending ending) {
    this.begun = begun;
    this.ending = ending;
  }

  @Override
  public void end(@Nullable Object result, @Nullable Throwable error) {
    if (error == null && result instanceof CompletionStage<?> stage) {
      begun.detach();
      try {
        // What is given here is a stage of our own: the application's is as it was.
        CompletionStage<?> unused =
            stage.whenComplete((value, failure) -> finish(value, unwrapped(failure)));
      } catch (RuntimeException e) {
        // Of a stage that cannot be asked. Nobody will hear of its end.
        finish(null, null);
      }
    } else {
      finish(result, error);
    }
  }

  private void finish(@Nullable Object result, @Nullable Throwable error) {
    if (ended.compareAndSet(false, true)) {
      Object endsWith = null;
      try {
        endsWith = ending.end(result, error);
      } finally {
        begun.end(endsWith, error);
      }
    }
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
    Throwable cause = failure == null ? null : failure.getCause();
    return wraps && cause != null ? cause : failure;
  }

  @Override
  public void detach() {
    begun.detach();
  }

  @Override
  public Activation activate() {
    return begun.activate();
  }

  @Override
  public Activation activateCaller() {
    return begun.activateCaller();
  }
}
