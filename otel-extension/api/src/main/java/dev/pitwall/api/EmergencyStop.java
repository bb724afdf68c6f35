package dev.pitwall.api;

import org.jspecify.annotations.Nullable;

/**
 * The emergency stop: while it is engaged nothing new may begin. It is armed when it can be reached
 * and tested when somebody has tried it; a plan's permission may depend on either.
 *
 * <pre>{@code
 * Pitwall.emergencyStop().arm();
 * Pitwall.emergencyStop().of("publishing-desk").engage("ada", "it publishes drafts");
 * }</pre>
 */
public final class EmergencyStop {

  static final EmergencyStop ALL = new EmergencyStop(null);

  private final @Nullable String workflow;

  private EmergencyStop(@Nullable String workflow) {
    this.workflow = workflow;
  }

  /** That of one workflow only. */
  public EmergencyStop of(@Nullable String name) {
    return new EmergencyStop(Misuse.named(name, "workflow"));
  }

  /** It can be reached and would be obeyed. */
  public void arm() {
    Wire.order("arm", workflow, null, null);
  }

  /** Somebody has tried it. */
  public void tested(@Nullable String user) {
    Wire.order("test", workflow, user, null);
  }

  /** Nothing new may begin. */
  public void engage(@Nullable String user, @Nullable String reason) {
    Wire.order("engage", workflow, user, reason);
  }

  /** That is over. */
  public void clear(@Nullable String user) {
    Wire.order("clear", workflow, user, null);
  }
}
