package dev.pitwall.conventions;

import static dev.pitwall.conventions.Aggregation.MAX;
import static dev.pitwall.conventions.Aggregation.MIN;
import static dev.pitwall.conventions.Aggregation.SUM;
import static dev.pitwall.conventions.Metric.counter;
import static dev.pitwall.conventions.Metric.gauge;
import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;

/** Metrics of what was planned and how it keeps: deadlines, milestones, tasks, permissions. */
public final class PlanMetrics {

  public static final Metric RUNS_STALLED =
      gauge(
          "pitwall.runs.stalled",
          "{run}",
          SUM,
          "Open runs that make no useful progress though they should.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_OVERDUE =
      gauge(
          "pitwall.runs.overdue",
          "{run}",
          SUM,
          "Open runs whose deadline has passed.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_AT_RISK =
      gauge(
          "pitwall.runs.at_risk",
          "{run}",
          SUM,
          "Open runs that will miss a milestone or their deadline at the pace so far.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_SLACK =
      gauge(
          "pitwall.runs.slack.min",
          "s",
          MIN,
          "Smallest deadline less estimated finish of an open run; negative is late.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_AUTHORIZED =
      counter(
          "pitwall.runs.authorized",
          "{run}",
          "Runs that needed a permission, by what it was when they started.",
          GenAi.WORKFLOW,
          Pitwall.AUTHORIZATION_RESULT);
  public static final Metric RUNS_RECOVERED =
      counter(
          "pitwall.runs.recovered", "{run}", "Runs that went on after a failure.", GenAi.WORKFLOW);
  public static final Metric CONTINGENCIES_ACTIVATED =
      counter(
          "pitwall.contingencies.activated",
          "{contingency}",
          "Other courses that were taken because of trouble.",
          GenAi.WORKFLOW);
  public static final Metric MILESTONE_DURATION =
      histogram(
          "pitwall.milestone.duration",
          "s",
          Buckets.WORK,
          "From the start of the run to the milestone.",
          GenAi.WORKFLOW,
          Pitwall.MILESTONE,
          Pitwall.MILESTONE_RESULT);
  public static final Metric MILESTONES_OVERDUE =
      gauge(
          "pitwall.milestones.overdue",
          "{milestone}",
          SUM,
          "Milestones of open runs whose target has passed.",
          GenAi.WORKFLOW,
          Pitwall.MILESTONE);
  public static final Metric TASK_DURATION =
      histogram(
          "pitwall.task.duration",
          "s",
          Buckets.WORK,
          "From the start of a task to its end.",
          GenAi.WORKFLOW,
          Pitwall.TASK_TYPE,
          GenAi.AGENT,
          Pitwall.TASK_RESULT);
  public static final Metric TASK_WAIT =
      histogram(
          "pitwall.task.wait.duration",
          "s",
          Buckets.WORK,
          "From the creation of a task to its start.",
          GenAi.WORKFLOW,
          Pitwall.TASK_TYPE,
          GenAi.AGENT);
  public static final Metric TASKS_PENDING =
      gauge(
          "pitwall.tasks.pending",
          "{task}",
          SUM,
          "Tasks that have not ended.",
          GenAi.WORKFLOW,
          Pitwall.TASK_TYPE);
  public static final Metric TASKS_BLOCKED =
      gauge(
          "pitwall.tasks.blocked",
          "{task}",
          SUM,
          "Tasks that cannot go on.",
          GenAi.WORKFLOW,
          Pitwall.TASK_TYPE);
  public static final Metric TASKS_OLDEST =
      gauge(
          "pitwall.tasks.oldest.age",
          "s",
          MAX,
          "Age of the oldest task that has not ended.",
          GenAi.WORKFLOW,
          Pitwall.TASK_TYPE);
  public static final Metric TASKS_REWORKED =
      counter(
          "pitwall.tasks.reworked",
          "{task}",
          "Tasks that a check sent back.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          Pitwall.GATE);

  private static final List<Metric> ALL =
      List.of(
          RUNS_STALLED,
          RUNS_OVERDUE,
          RUNS_AT_RISK,
          RUNS_SLACK,
          RUNS_AUTHORIZED,
          RUNS_RECOVERED,
          CONTINGENCIES_ACTIVATED,
          MILESTONE_DURATION,
          MILESTONES_OVERDUE,
          TASK_DURATION,
          TASK_WAIT,
          TASKS_PENDING,
          TASKS_BLOCKED,
          TASKS_OLDEST,
          TASKS_REWORKED);

  private PlanMetrics() {}

  static List<Metric> all() {
    return ALL;
  }
}
