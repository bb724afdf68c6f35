package dev.pitwall.api;

import org.jspecify.annotations.Nullable;

/**
 * The time during which a run or task is current on a thread; closed on that thread.
 *
 * <pre>{@code
 * run.detach();
 * executor.execute(
 *     () -> {
 *       try (Activation active = run.activate()) {
 *         research();
 *       }
 *     });
 * }</pre>
 */
public final class Activation implements AutoCloseable {

  private final Nesting.@Nullable Begun active;

  private Activation(Nesting.@Nullable Begun active) {
    this.active = active;
  }

  static Activation of(@Nullable Object begun) {
    AutoCloseable activation = Wire.activate(begun);
    if (activation == null) {
      return new Activation(null);
    }
    Nesting.Begun active = () -> leave(activation);
    Nesting.enter(active);
    return new Activation(active);
  }

  private static void leave(AutoCloseable activation) {
    try {
      activation.close();
    } catch (Exception e) {
      Misuse.ignored("an activation could not be closed: " + e.getClass().getName());
    }
  }

  /** It is over; further calls do nothing. */
  @Override
  public void close() {
    Nesting.leave(active);
  }
}
