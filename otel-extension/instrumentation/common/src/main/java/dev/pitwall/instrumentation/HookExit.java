package dev.pitwall.instrumentation;

import dev.pitwall.bridge.Operation;
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
}
