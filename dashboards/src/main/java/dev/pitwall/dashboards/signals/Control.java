package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.min;
import static dev.pitwall.dashboards.signals.Promql.oneOf;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.ControlMetrics;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.conventions.PlanMetrics;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;

/** Who may do what, who was asked, and what must stop. */
public final class Control {

  private static final String NO_STOP = "No service has an emergency stop";
  private static final String NO_APPROVAL = "Nobody is waited for";
  private static final String NO_DECISION = "Nobody was asked in this time range";

  // A stop may be for one workflow or for all; a choice of workflows must hide neither.
  public static final Signal STOP =
      Signal.single(
          "Emergency stop",
          "Whether somebody has ordered that nothing new may begin, for one workflow or for all.",
          Unit.COUNT,
          max(stop(ControlMetrics.EMERGENCY_STOP_ENGAGED.prometheusName())),
          NO_STOP);
  public static final Signal STOP_ARMED =
      Signal.single(
          "Stop can be reached",
          "Whether the emergency stop would work in every service that has one.",
          Unit.COUNT,
          min(stop(ControlMetrics.EMERGENCY_STOP_ARMED.prometheusName())),
          NO_STOP);
  public static final Signal STOPS =
      new Signal(
          "Emergency stops",
          "1 while nothing new may begin, by what the stop covers.",
          Unit.COUNT,
          max(
              stop(ControlMetrics.EMERGENCY_STOP_ENGAGED.prometheusName()),
              Pitwall.SCOPE,
              GenAi.WORKFLOW),
          "{{pitwall_scope}} {{gen_ai_workflow_name}}",
          NO_STOP);

  // Approvals.
  public static final Signal PENDING =
      Signal.single(
          "Approvals waiting",
          "Decisions of people that runs wait for.",
          Unit.COUNT,
          orZero(sum(select(Metrics.APPROVALS_PENDING))),
          Runs.NO_SERVICE);
  public static final Signal OLDEST =
      Signal.single(
          "Longest wait",
          "How long the oldest of the open approvals has waited.",
          Unit.SECONDS,
          max(select(Metrics.APPROVALS_OLDEST) + " > 0"),
          NO_APPROVAL);
  public static final Signal BYPASSED =
      found(
          "Approvals bypassed",
          "Findings of the time range that a guarded action was done without anybody being asked.",
          "approval_bypassed");
  public static final Signal PENDING_BY_KIND =
      Signal.single(
          "Waiting",
          "Decisions that runs wait for.",
          Unit.COUNT,
          sum(select(Metrics.APPROVALS_PENDING), GenAi.WORKFLOW, Pitwall.APPROVAL_KIND) + " > 0",
          NO_APPROVAL);
  public static final Signal OLDEST_BY_KIND =
      Signal.single(
          "Longest",
          "How long the oldest of them has waited.",
          Unit.SECONDS,
          max(select(Metrics.APPROVALS_OLDEST), GenAi.WORKFLOW, Pitwall.APPROVAL_KIND) + " > 0",
          NO_APPROVAL);
  public static final Signal DECISIONS =
      new Signal(
          "Decisions",
          "What people said in the time range, and what was done without them.",
          Unit.COUNT,
          sum(
              counted(select(Metrics.APPROVALS_DECIDED)),
              Pitwall.APPROVAL_KIND,
              Pitwall.APPROVAL_RESULT),
          "{{pitwall_approval_kind}}: {{pitwall_approval_result}}",
          NO_DECISION);
  public static final Signal WAIT =
      new Signal(
          "How long people take",
          "From the question to the answer, by kind; in 95 % of the cases it took no longer.",
          Unit.SECONDS,
          quantile(0.95, Metrics.APPROVAL_WAIT, Pitwall.APPROVAL_KIND),
          "{{pitwall_approval_kind}}",
          NO_DECISION);

  // Permissions.
  public static final Signal WITHOUT_PERMISSION =
      found(
          "Without permission",
          "Findings of the time range that a run went on though its permission was missing, expired"
              + " or revoked.",
          "unauthorized_run");
  public static final Signal PERMISSIONS =
      new Signal(
          "Permissions of runs",
          "Runs that needed a permission, by what it was when they started, over four export"
              + " intervals.",
          Unit.COUNT,
          sum(lately(select(PlanMetrics.RUNS_AUTHORIZED)), Pitwall.AUTHORIZATION_RESULT),
          "{{pitwall_authorization_result}}",
          "No run needed a permission in this time range");

  private Control() {}

  private static Signal found(String name, String description, String type) {
    return Signal.single(
        name,
        description,
        Unit.COUNT,
        orZero(sum(counted(select(Metrics.FINDINGS_OPENED, oneOf(Pitwall.FINDING_TYPE, type))))),
        Runs.NO_SERVICE);
  }

  private static String stop(String series) {
    return Promql.external(series);
  }
}
