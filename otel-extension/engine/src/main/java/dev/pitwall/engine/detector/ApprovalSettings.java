package dev.pitwall.engine.detector;

import java.time.Duration;
import java.util.Set;

/**
 * Which actions need an approval, besides those that say so.
 *
 * @param tools names of tools
 * @param patience how long a guarded call may be under way before it has asked; a call may ask from
 *     within
 */
public record ApprovalSettings(Set<String> tools, Duration patience) {

  /** None but those that say so; two seconds. */
  public static final ApprovalSettings DEFAULT =
      new ApprovalSettings(Set.of(), Duration.ofSeconds(2));

  public ApprovalSettings {
    tools = Set.copyOf(tools);
  }
}
