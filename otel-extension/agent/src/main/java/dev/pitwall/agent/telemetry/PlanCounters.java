package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.PlanMetrics;
import dev.pitwall.engine.run.Permission;
import dev.pitwall.engine.run.Plan;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.run.Tasks;
import dev.pitwall.engine.signal.ContingencyActivated;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRecovered;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was planned and how it kept. The trackers are made when there is something to track. */
final class PlanCounters implements SignalHandler {

  private final Instruments instruments;
  private final String workflow;
  private @Nullable Plan plan;
  private @Nullable Tasks tasks;
  private long startedAt;

  PlanCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  @Override
  public void on(RunPlanned planned) {
    plan().on(planned);
  }

  @Override
  public void on(RunAuthorized authorized) {
    plan().on(authorized);
  }

  @Override
  public void on(RunRevoked revoked) {
    plan().on(revoked);
  }

  @Override
  public void on(RunStarted started) {
    startedAt = started.at();
    if (plan != null && plan.declared() != null && plan.declared().authorizationRequired()) {
      instruments.add(
          PlanMetrics.RUNS_AUTHORIZED, 1, workflow, result(plan.permission(started.at())));
    }
  }

  // To whom it was given makes no difference to a counter: there is none for this plan.
  private static String result(Permission permission) {
    return switch (permission.verdict()) {
      case VALID -> "valid";
      case EXPIRED -> "expired";
      case REVOKED -> "revoked";
      case MISSING, OTHER_PLAN, STOP_NOT_READY -> "missing";
    };
  }

  @Override
  public void on(RunRecovered recovered) {
    instruments.add(PlanMetrics.RUNS_RECOVERED, 1, workflow);
  }

  @Override
  public void on(ContingencyActivated activated) {
    instruments.add(PlanMetrics.CONTINGENCIES_ACTIVATED, 1, workflow);
  }

  @Override
  public void on(MilestoneReached reached) {
    instruments.record(
        PlanMetrics.MILESTONE_DURATION,
        Seconds.between(startedAt, reached.at()),
        workflow,
        reached.milestone(),
        reached.inTime(plan == null ? 0 : plan.target(reached.milestone())));
  }

  @Override
  public void on(TaskCreated created) {
    tasks().on(created);
  }

  @Override
  public void on(TaskStarted started) {
    Task before = tasks().get(started.task());
    tasks().on(started);
    Task now = tasks().get(started.task());
    if (before != null && !before.isStarted() && now != null) {
      instruments.record(
          PlanMetrics.TASK_WAIT,
          Seconds.between(before.created().at(), started.at()),
          workflow,
          now.created().type(),
          now.agent());
    }
  }

  @Override
  public void on(TaskReworked reworked) {
    Task task = tasks().get(reworked.task());
    instruments.add(
        PlanMetrics.TASKS_REWORKED,
        1,
        workflow,
        task == null ? null : task.agent(),
        reworked.gate());
  }

  @Override
  public void on(TaskEnded ended) {
    Task task = tasks().get(ended.task());
    if (task != null && task.isOpen() && task.isStarted()) {
      instruments.record(
          PlanMetrics.TASK_DURATION,
          Seconds.between(task.startedAt(), ended.at()),
          workflow,
          task.created().type(),
          task.agent(),
          ended.result().name().toLowerCase(Locale.ROOT));
    }
    tasks().on(ended);
  }

  private Plan plan() {
    if (plan == null) {
      plan = new Plan();
    }
    return plan;
  }

  private Tasks tasks() {
    if (tasks == null) {
      tasks = new Tasks();
    }
    return tasks;
  }
}
