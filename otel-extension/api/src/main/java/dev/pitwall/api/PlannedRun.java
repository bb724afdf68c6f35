package dev.pitwall.api;

import org.jspecify.annotations.Nullable;

/**
 * A run that has a plan and has not started.
 *
 * <pre>{@code
 * planned.authorize(Authorization.by("ada").wasReviewed());
 * try (Run run = planned.start()) {
 *   ...
 * }
 * }</pre>
 */
public final class PlannedRun {

  private final String workflow;
  private final String run;
  private final String planHash;

  PlannedRun(String workflow, String run, String planHash) {
    this.workflow = workflow;
    this.run = run;
    this.planHash = planHash;
  }

  /** The run's id; empty without the extension. */
  public String id() {
    return run;
  }

  /** Records that somebody permits this plan. */
  public PlannedRun authorize(@Nullable Authorization permission) {
    if (permission == null) {
      Misuse.ignored("a permission is null");
    } else {
      Wire.say(
          run,
          "authorized",
          new Object[] {
            planHash,
            permission.user(),
            permission.reviewed(),
            Millis.of(permission.expiresAt()),
            permission.scope()
          });
    }
    return this;
  }

  /** Takes the permission back, also from a run that has started. */
  public PlannedRun revoke(@Nullable String user, @Nullable String reason) {
    Wire.say(run, "revoked", new Object[] {user, reason});
    return this;
  }

  /** Starts the run, permitted or not: what is not permitted is observed and found, not refused. */
  public Run start() {
    return Run.started(workflow, run);
  }
}
