package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.min;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.conventions.PlanMetrics;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import dev.pitwall.dashboards.signals.Promql.Part;

/** What was planned and how it keeps: deadlines, milestones, tasks. */
public final class Plan {

  private static final String NO_DEADLINE = "No open run has a deadline";
  private static final String NO_DEADLINE_THEN = "No run with a deadline in this time range";
  private static final String NO_ESTIMATE = "No open run can be estimated";
  private static final String NO_MILESTONE = "No milestone was reached in this time range";
  private static final String NO_TASK = "No task was worked on in this time range";
  private static final Attribute[] MILESTONE = {GenAi.WORKFLOW, Pitwall.MILESTONE};
  private static final Attribute[] TASK = {GenAi.WORKFLOW, Pitwall.TASK_TYPE};

  public static final Signal OVERDUE =
      Signal.single(
          "Overdue runs",
          "Open runs whose deadline has passed.",
          Unit.COUNT,
          orZero(sum(select(PlanMetrics.RUNS_OVERDUE))),
          Runs.NO_SERVICE);
  public static final Signal AT_RISK =
      Signal.single(
          "Runs at risk",
          "Open runs that will miss a milestone or their deadline at the pace so far.",
          Unit.COUNT,
          orZero(sum(select(PlanMetrics.RUNS_AT_RISK))),
          Runs.NO_SERVICE);
  public static final Signal STALLED =
      Signal.single(
          "Stalled runs",
          "Open runs that make no useful progress though they should.",
          Unit.COUNT,
          orZero(sum(select(PlanMetrics.RUNS_STALLED))),
          Runs.NO_SERVICE);

  // These two are reported as exactly 0 once the last run is over, which says nothing.
  private static final String REMAINING_NOW = select(Metrics.RUNS_REMAINING) + " > 0";
  private static final String SLACK_NOW = select(PlanMetrics.RUNS_SLACK) + " != 0";

  public static final Signal REMAINING =
      Signal.single(
          "Last to finish in",
          "Estimated time until the last of the open runs is finished, at the pace so far.",
          Unit.SECONDS,
          max(REMAINING_NOW),
          NO_ESTIMATE);
  public static final Signal SLACK =
      Signal.single(
          "Least slack",
          "Deadline less estimated finish of the open run for which that is least. Below zero is"
              + " late.",
          Unit.SECONDS,
          min(SLACK_NOW),
          NO_DEADLINE);
  public static final Signal REMAINING_BY_WORKFLOW =
      new Signal(
          "Estimated time to finish",
          "Of the open run that will take longest, by workflow. It should fall; a line that climbs"
              + " is work that grows faster than it is done.",
          Unit.SECONDS,
          max(REMAINING_NOW, GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          "No run could be estimated in this time range");
  public static final Signal SLACK_BY_WORKFLOW =
      new Signal(
          "Slack by workflow",
          "Deadline less estimated finish of the open run for which that is least. Below zero is"
              + " late.",
          Unit.SECONDS,
          min(SLACK_NOW, GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          NO_DEADLINE_THEN);
  public static final Signal SLACK_OF_WORKFLOW =
      Signal.single(
          "Slack",
          "Deadline less estimated finish of the run for which that is least.",
          Unit.SECONDS,
          SLACK_BY_WORKFLOW.promql(),
          NO_DEADLINE);

  // Milestones.
  public static final Signal REACHED =
      Signal.single(
          "Reached",
          "How often it was reached in the time range.",
          Unit.COUNT,
          sum(counted(select(PlanMetrics.MILESTONE_DURATION, Part.COUNT)), MILESTONE) + " > 0",
          NO_MILESTONE);
  public static final Signal LATE = milestones("Late", "Of these, after their target.", "late");
  public static final Signal UNTIMED =
      milestones("No target", "Of these, without a target.", "untimed");
  public static final Signal MILESTONE_MEDIAN =
      Signal.single(
          "After (median)",
          "From the start of the run to the milestone, in half of the runs at most.",
          Unit.SECONDS,
          quantile(0.5, PlanMetrics.MILESTONE_DURATION, MILESTONE),
          NO_MILESTONE);
  public static final Signal MILESTONES_OVERDUE =
      Signal.single(
          "Overdue now",
          "Open runs that should have reached it.",
          Unit.COUNT,
          sum(select(PlanMetrics.MILESTONES_OVERDUE), MILESTONE),
          "No milestone is overdue");

  // Tasks.
  public static final Signal PENDING =
      Signal.single(
          "Not done",
          "Tasks that have not ended.",
          Unit.COUNT,
          sum(select(PlanMetrics.TASKS_PENDING), TASK),
          NO_TASK);
  public static final Signal BLOCKED =
      Signal.single(
          "Blocked",
          "Tasks that cannot go on.",
          Unit.COUNT,
          sum(select(PlanMetrics.TASKS_BLOCKED), TASK),
          NO_TASK);
  public static final Signal OLDEST =
      Signal.single(
          "Oldest",
          "Age of the oldest task that has not ended.",
          Unit.SECONDS,
          max(select(PlanMetrics.TASKS_OLDEST), TASK),
          NO_TASK);
  public static final Signal TASK_WAIT_P95 =
      Signal.single(
          "Wait 95 %",
          "95 % of the tasks waited no longer to be started.",
          Unit.SECONDS,
          quantile(0.95, PlanMetrics.TASK_WAIT, TASK),
          NO_TASK);
  public static final Signal TASK_P95 =
      Signal.single(
          "Work 95 %",
          "95 % of the tasks took no longer once started.",
          Unit.SECONDS,
          quantile(0.95, PlanMetrics.TASK_DURATION, TASK),
          NO_TASK);
  public static final Signal TASKS_BY_STATE =
      new Signal(
          "Tasks that are not done",
          "Open tasks, by kind: a line that only climbs is a queue that nobody empties.",
          Unit.COUNT,
          sum(select(PlanMetrics.TASKS_PENDING), Pitwall.TASK_TYPE),
          "{{pitwall_task_type}}",
          NO_TASK);

  private Plan() {}

  private static Signal milestones(String name, String description, String result) {
    String all = sum(counted(select(PlanMetrics.MILESTONE_DURATION, Part.COUNT)), MILESTONE);
    String some =
        sum(
            counted(
                select(
                    PlanMetrics.MILESTONE_DURATION,
                    Part.COUNT,
                    Promql.oneOf(Pitwall.MILESTONE_RESULT, result))),
            MILESTONE);
    return Signal.single(
        name,
        description,
        Unit.COUNT,
        "(" + Promql.orZeroOf(some, all) + ") and " + all + " > 0",
        NO_MILESTONE);
  }
}
