package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import org.jspecify.annotations.Nullable;

/** What operators order; it concerns no single run. */
public final class ControlEntries {

  private ControlEntries() {}

  /**
   * An order about the emergency stop.
   *
   * @param workflow the workflow concerned, or null for all
   */
  public static Entry emergencyStop(
      Event event,
      @Nullable String workflow,
      @Nullable String user,
      @Nullable String reason,
      long at) {
    return Entry.of(event, "", "", at)
        .with(Pitwall.SCOPE, workflow == null ? "all" : "workflow")
        .with(GenAi.WORKFLOW, workflow)
        .with(Pitwall.USER_ID, user)
        .with(Pitwall.REASON, reason)
        .build();
  }
}
