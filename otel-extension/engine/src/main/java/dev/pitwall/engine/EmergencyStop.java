package dev.pitwall.engine;

import dev.pitwall.engine.signal.StopCleared;
import dev.pitwall.engine.signal.StopEngaged;
import org.jspecify.annotations.Nullable;

/**
 * An order that nothing new begins.
 *
 * @param workflow the workflow that it stops, or null for all
 * @param user who gave it, as given
 * @param reason why
 * @param at when, epoch milliseconds
 */
public record EmergencyStop(
    @Nullable String workflow, @Nullable String user, @Nullable String reason, long at) {

  boolean covers(String name) {
    return workflow == null || workflow.equals(name);
  }

  String scope() {
    return workflow == null ? "all" : "workflow";
  }

  StopEngaged engaged(String run) {
    return new StopEngaged(run, scope(), user, reason, at);
  }

  StopCleared cleared(String run) {
    return new StopCleared(run, scope(), user, at);
  }
}
