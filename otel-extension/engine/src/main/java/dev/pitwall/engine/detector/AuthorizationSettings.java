package dev.pitwall.engine.detector;

import java.util.Set;

/**
 * Which runs need authorization, besides those whose plan says so.
 *
 * @param workflows names of workflows; {@code *} is all of them
 */
public record AuthorizationSettings(Set<String> workflows) {

  /** None but those whose plan says so. */
  public static final AuthorizationSettings DEFAULT = new AuthorizationSettings(Set.of());

  public AuthorizationSettings {
    workflows = Set.copyOf(workflows);
  }

  boolean requires(String workflow) {
    return workflows.contains("*") || workflows.contains(workflow);
  }
}
