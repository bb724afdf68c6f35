package dev.pitwall.instrumentation;

import dev.pitwall.bridge.Operation;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the exit of a hook does whose operation ends with just what the method returned. */
public final class HookExit {

  private HookExit() {}

  /** Ends what the hook's entry began, if it began anything. */
  @SuppressWarnings("unchecked")
  public static void end(
      @Nullable Object operation, @Nullable Object result, @Nullable Throwable thrown) {
    if (operation != null) {
      ((Operation<Object>) operation).end(result, thrown);
    }
  }

  /**
   * Ends what the hook's entry began when its result is there: at once, or, where the method
   * returned a future, with that. Nothing is changed about the future.
   */
  @SuppressWarnings("unchecked")
  public static void endWithResult(
      @Nullable Object entered, @Nullable Object result, @Nullable Throwable thrown) {
    if (entered == null) {
      return;
    }
    Operation<Object> operation = (Operation<Object>) entered;
    if (result instanceof CompletionStage<?> later) {
      operation.detach();
      // Whoever waits for this stage waits for nobody: the application's is the one it had.
      CompletionStage<?> unused = later.whenComplete(operation::end);
    } else {
      operation.end(result, thrown);
    }
  }
}
