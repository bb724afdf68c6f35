package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Permission;
import dev.pitwall.engine.run.Plan;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.StopReady;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A run that needs authorization must have, from its first step to its last, a record that was given for this very plan, has
 * not expired and has not been taken back. The question is asked whenever the answer can change: at the start, when a record
 * or a plan comes, when a record is taken back, and at the moment at which it expires (an alarm, so no signal is needed).
 * Before the start nothing is wrong yet. Onset is the start, or the moment at which the record ceased to hold.
 *
 * The settings may ask for an emergency stop that is armed, or armed and tested, as a part of the permission.
 *
 * Needs the plan or the setting that says that authorization is required; without either it is silent. A plan without a hash
 * cannot be told from another, so any record will do for it.
 */
/** Finds runs that go on without a valid permission. */
final class AuthorizationDetector implements Detector {

  private final AuthorizationSettings settings;
  private final Scene scene;
  private @Nullable OpenFinding finding;

  private AuthorizationDetector(AuthorizationSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(AuthorizationSettings settings) {
    return Factory.startingWith(
        settings.workflows().isEmpty()
            ? Set.of(RunPlanned.class)
            : Set.of(RunPlanned.class, RunStarted.class),
        scene -> new AuthorizationDetector(settings, scene));
  }

  @Override
  public void on(RunPlanned planned) {
    check(planned.at());
  }

  @Override
  public void on(RunStarted started) {
    check(started.at());
  }

  @Override
  public void on(RunAuthorized authorized) {
    check(authorized.at());
  }

  @Override
  public void on(RunRevoked revoked) {
    check(revoked.at());
  }

  @Override
  public void on(StopReady ready) {
    check(ready.at());
  }

  @Override
  public long onTime(long now) {
    return check(now);
  }

  /** Returns when to look again. */
  private long check(long now) {
    if (!scene.run().isStarted() || !isRequired()) {
      return NEVER;
    }
    Permission permission = permission(now);
    if (permission.isValid()) {
      if (finding != null) {
        finding.resolve(now);
        finding = null;
      }
      return permission.until() == 0 ? NEVER : alarm(permission.until());
    }
    if (finding == null) {
      finding = scene.findings().open(draft(permission), now);
    }
    return NEVER;
  }

  private Permission permission(long now) {
    Permission given = scene.run().plan().permission(now);
    return given.isValid() && scene.run().stopReadiness().compareTo(settings.stop()) < 0
        ? new Permission(Permission.Verdict.STOP_NOT_READY, 0, 0)
        : given;
  }

  private long alarm(long at) {
    scene.alarm().at(at);
    return at;
  }

  private boolean isRequired() {
    RunPlanned plan = scene.run().plan().declared();
    return (plan != null && plan.authorizationRequired())
        || settings.requires(scene.run().workflow());
  }

  private Draft draft(Permission permission) {
    Plan plan = scene.run().plan();
    RunAuthorized record = plan.authorization();
    String user = record == null || record.user() == null ? "" : " of " + record.user();
    String what =
        switch (permission.verdict()) {
          case MISSING -> "nobody has authorized it";
          case EXPIRED -> "the permission" + user + " has expired";
          case REVOKED -> "the permission" + user + " was taken back" + reason(plan);
          case OTHER_PLAN -> "the permission" + user + " was given for another plan";
          case STOP_NOT_READY ->
              "the emergency stop is not " + settings.stop().name().toLowerCase(Locale.ROOT);
          case VALID -> throw new IllegalStateException("a valid permission is no finding");
        };
    return new Draft(
        FindingType.UNAUTHORIZED_RUN,
        Severity.CRITICAL,
        null,
        scene.run().workflow(),
        Set.of(),
        List.of(
            new Cause("authorization", permission.verdict().name().toLowerCase(Locale.ROOT), 1)),
        "The run needs authorization and %s".formatted(what),
        permission.verdict() == Permission.Verdict.STOP_NOT_READY
            ? "Arm and test the emergency stop, or stop the run."
            : "Authorize this plan, or stop the run.",
        Math.max(permission.since(), scene.run().startedAt()));
  }

  private static String reason(Plan plan) {
    RunRevoked revoked = plan.revocation();
    return revoked == null || revoked.reason() == null ? "" : " (" + revoked.reason() + ")";
  }
}
