package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import java.util.ArrayList;
import java.util.List;

/** What is to be done in a run, by when, for how much, and who permits it. */
public final class Planned {

  private final Run run;
  private final String hash;
  private final Attributes plan = new Attributes();
  private final List<String> milestones = new ArrayList<>();
  private final List<Long> targets = new ArrayList<>();

  public Planned(Run run) {
    this.run = run;
    this.hash = run.place().dice().hex(16);
    plan.with(Pitwall.PLAN_HASH, hash);
  }

  public Planned tasks(int count) {
    plan.with(Pitwall.PLAN_TASKS, count);
    return this;
  }

  public Planned tokens(long most) {
    plan.with(Pitwall.BUDGET_TOKENS, most);
    return this;
  }

  public Planned calls(long most) {
    plan.with(Pitwall.BUDGET_CALLS, most);
    return this;
  }

  /** The run is to be over by then, epoch milliseconds. */
  public Planned deadline(long at) {
    plan.with(Pitwall.RUN_DEADLINE, at);
    return this;
  }

  /** A checkpoint; a target of 0 is none. */
  public Planned milestone(String name, long target) {
    milestones.add(name);
    targets.add(target);
    return this;
  }

  public Planned needsAuthorization() {
    plan.with(Pitwall.AUTHORIZATION_REQUIRED, true);
    return this;
  }

  /** Says so. */
  public Planned declare() {
    if (!milestones.isEmpty()) {
      plan.with(Pitwall.MILESTONE_NAMES, milestones).with(Pitwall.MILESTONE_TARGETS, targets);
    }
    run.log(Events.RUN_PLANNED, plan);
    run.beat();
    return this;
  }

  /** Somebody permits it until then, epoch milliseconds; 0 is for ever. */
  public void permit(long until) {
    permit(until, hash);
  }

  /** Somebody permits another plan. */
  public void permitAnother() {
    permit(0, run.place().dice().hex(16));
  }

  private void permit(long until, String permitted) {
    boolean valid = until == 0 || until > run.place().now();
    run.log(
        Events.RUN_AUTHORIZED,
        new Attributes()
            .with(Pitwall.AUTHORIZATION_RESULT, valid ? "valid" : "expired")
            .with(Pitwall.AUTHORIZATION_EXPIRES_AT, until == 0 ? null : until)
            .with(Pitwall.PLAN_HASH, permitted)
            .with(Pitwall.PLAN_REVIEWED, true)
            .with(Pitwall.USER_ID, "ada"));
    run.beat();
  }

  /** The permission is taken back. */
  public void revoke() {
    run.log(
        Events.RUN_REVOKED,
        new Attributes()
            .with(Pitwall.AUTHORIZATION_RESULT, "revoked")
            .with(Pitwall.REASON, "second thoughts")
            .with(Pitwall.USER_ID, "ada"));
    run.beat();
  }

  /** A checkpoint is reached. */
  public void reached(String milestone) {
    long target = targets.get(milestones.indexOf(milestone));
    String result = target == 0 ? "untimed" : run.place().now() <= target ? "on_time" : "late";
    run.log(
        Events.MILESTONE_REACHED,
        new Attributes()
            .with(Pitwall.MILESTONE, milestone)
            .with(Pitwall.MILESTONE_TARGET, target == 0 ? null : target)
            .with(Pitwall.MILESTONE_RESULT, result));
    run.beat();
  }
}
