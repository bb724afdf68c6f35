package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import java.util.Set;

/** Which entries must not be lost: those that somebody may have to answer for. */
public final class Durability {

  private static final Set<String> DURABLE =
      Set.of(
          Events.RUN_PLANNED.name(),
          Events.RUN_AUTHORIZED.name(),
          Events.RUN_REVOKED.name(),
          Events.APPROVAL_REQUESTED.name(),
          Events.APPROVAL_DECIDED.name());
  private static final String EMERGENCY_STOP = "pitwall.emergency_stop.";

  private Durability() {}

  /** Whether an entry belongs into the durable log. */
  public static boolean isNeeded(Entry entry) {
    return DURABLE.contains(entry.event()) || entry.event().startsWith(EMERGENCY_STOP);
  }
}
