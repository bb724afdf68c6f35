package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the emergency stop.
 *
 * @param action what
 * @param workflow the workflow concerned, or null for all
 * @param user who ordered it, as given
 * @param reason why
 */
public record StopOrder(
    Action action, @Nullable String workflow, @Nullable String user, @Nullable String reason) {

  /** What can be done. */
  public enum Action {
    /** It can be reached and would be obeyed. */
    ARM,
    /** Somebody has tried it. */
    TEST,
    /** From now on nothing new may begin. */
    ENGAGE,
    /** That is over. */
    CLEAR
  }
}
