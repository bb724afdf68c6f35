package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.log.EntryWriter.Page;
import java.util.HashMap;
import java.util.Map;

/** What was planned, permitted and reached. */
final class PlanEntries implements SignalHandler {

  private final Page page;
  private final Map<String, Long> targets = new HashMap<>(4);

  PlanEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(RunPlanned planned) {
    planned.milestones().forEach(milestone -> targets.put(milestone.name(), milestone.target()));
    Budget budget = planned.budget();
    page.write(
        page.entry(Events.RUN_PLANNED, planned.at())
            .with(Pitwall.PLAN_HASH, planned.planHash())
            .withLimit(Pitwall.PLAN_TASKS, planned.tasks())
            .with(Pitwall.AUTHORIZATION_REQUIRED, planned.authorizationRequired())
            .withAll(
                Pitwall.MILESTONE_NAMES,
                planned.milestones().stream().map(RunPlanned.Milestone::name).toList())
            .withAll(
                Pitwall.MILESTONE_TARGETS,
                planned.milestones().stream().map(RunPlanned.Milestone::target).toList())
            .withLimit(Pitwall.RUN_DEADLINE, planned.deadline())
            .withLimit(Pitwall.BUDGET_TOKENS, budget.tokens())
            .withLimit(Pitwall.BUDGET_COST, budget.cost())
            .withLimit(Pitwall.BUDGET_CALLS, budget.calls())
            .withLimit(Pitwall.BUDGET_TIME, budget.millis()));
  }

  @Override
  public void on(RunAuthorized authorized) {
    boolean valid = authorized.expiresAt() == 0 || authorized.expiresAt() > authorized.at();
    page.write(
        page.entry(Events.RUN_AUTHORIZED, authorized.at())
            .with(Pitwall.AUTHORIZATION_RESULT, valid ? "valid" : "expired")
            .withLimit(Pitwall.AUTHORIZATION_EXPIRES_AT, authorized.expiresAt())
            .with(Pitwall.PLAN_HASH, authorized.planHash())
            .with(Pitwall.PLAN_REVIEWED, authorized.reviewed())
            .with(Pitwall.AUTHORIZATION_SCOPE, authorized.scope())
            .with(Pitwall.USER_ID, authorized.user()));
  }

  @Override
  public void on(RunRevoked revoked) {
    page.write(
        page.entry(Events.RUN_REVOKED, revoked.at())
            .with(Pitwall.AUTHORIZATION_RESULT, "revoked")
            .with(Pitwall.REASON, revoked.reason())
            .with(Pitwall.USER_ID, revoked.user()));
  }

  @Override
  public void on(MilestoneReached reached) {
    long target = targets.getOrDefault(reached.milestone(), 0L);
    page.write(
        page.entry(Events.MILESTONE_REACHED, reached.at())
            .with(Pitwall.MILESTONE, reached.milestone())
            .withLimit(Pitwall.MILESTONE_TARGET, target)
            .with(Pitwall.MILESTONE_RESULT, reached.inTime(target)));
  }
}
