package dev.pitwall.engine.detector;

import dev.pitwall.engine.signal.StopReady;
import java.util.Set;

/**
 * Which runs need authorization, besides those whose plan says so.
 *
 * @param workflows names of workflows; {@code *} is all of them
 * @param stop how ready the emergency stop must be for such a run
 */
public record AuthorizationSettings(Set<String> workflows, StopReady.Readiness stop) {

  /** None but those whose plan says so. */
  public static final AuthorizationSettings DEFAULT =
      new AuthorizationSettings(Set.of(), StopReady.Readiness.NONE);

  public AuthorizationSettings {
    workflows = Set.copyOf(workflows);
  }

  boolean requires(String workflow) {
    return workflows.contains("*") || workflows.contains(workflow);
  }
}
