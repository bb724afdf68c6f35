package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Levels;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Plan;
import dev.pitwall.dashboards.signals.Runs;
import java.util.List;

/** How far the work is, when it will be finished, and whether that is in time. */
final class Workflow {

  private static final int STAT = 4;
  private static final int HALF = 12;

  private Workflow() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.WORKFLOW,
        "Pitwall / Workflow",
        "How far is the work, when will it be finished, and is that in time?",
        "now-1h",
        List.of(inTime(), progress(), plan(), tasks(), ended()));
  }

  private static Row inTime() {
    return new Row(
        "Will the work be finished in time?",
        3,
        List.of(
            Stat.of(Plan.OVERDUE, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Plan.AT_RISK, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Plan.STALLED, STAT).judged(Levels.NONE_IS_FINE).saying(Words.none("none")),
            Stat.of(Plan.REMAINING, STAT),
            Stat.of(Plan.SLACK, STAT).judged(Levels.warningBelow(0)),
            Stat.of(Runs.MEAN_PROGRESS, STAT)));
  }

  private static Row progress() {
    return new Row(
        "How far is each run?",
        7,
        List.of(
            new Table(
                "Live runs",
                "The open runs that are listed singly. The run leads to its traces and its log.",
                Runs.RUN_PROGRESS,
                List.of(
                    Column.label(Pitwall.RUN_ID, "Run", 0).linked(Link.RUN),
                    Column.label(GenAi.WORKFLOW, "Workflow", 140).linked(Link.WORKFLOW),
                    Column.Value.bar(Runs.RUN_PROGRESS, 140),
                    Column.Value.of(Runs.RUN_AGE, 80),
                    Column.Value.of(Runs.RUN_IDLE, 80)),
                HALF),
            Graph.of(Runs.RUN_PROGRESS_OVER_TIME, HALF).withoutNames()));
  }

  private static Row plan() {
    return new Row(
        "Does it keep to the plan?",
        6,
        List.of(
            new Table(
                "Milestones against the plan",
                "Milestones that were reached in the time range, or should have been.",
                Plan.REACHED,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 150).linked(Link.WORKFLOW),
                    Column.label(Pitwall.MILESTONE, "Milestone", 0),
                    Column.Value.of(Plan.REACHED, 85),
                    Column.Value.of(Plan.LATE, 60),
                    Column.Value.of(Plan.UNTIMED, 85),
                    Column.Value.of(Plan.MILESTONE_MEDIAN, 120),
                    Column.Value.of(Plan.MILESTONES_OVERDUE, 110).judged(Levels.NONE_IS_FINE)),
                24),
            Graph.of(Plan.SLACK_BY_WORKFLOW, HALF),
            Graph.of(Plan.REMAINING_BY_WORKFLOW, HALF)));
  }

  private static Row tasks() {
    return new Row(
        "What is the work waiting for?",
        6,
        List.of(
            new Table(
                "Tasks",
                "Tasks by kind. Durations are of the time range, estimated from histogram buckets.",
                Plan.PENDING,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 150).linked(Link.WORKFLOW),
                    Column.label(Pitwall.TASK_TYPE, "Kind", 0),
                    Column.Value.of(Plan.PENDING, 80),
                    Column.Value.of(Plan.BLOCKED, 80),
                    Column.Value.of(Plan.OLDEST, 80),
                    Column.Value.of(Plan.TASK_WAIT_P95, 90),
                    Column.Value.of(Plan.TASK_P95, 100)),
                16),
            Graph.of(Runs.IDLE_BY_WORKFLOW, 8)));
  }

  private static Row ended() {
    return Row.collapsed(
        "How did the runs end, and which took long?",
        7,
        List.of(
            new Table(
                "Runs that ended",
                "Runs that ended in the time range, and how long they took.",
                Runs.ENDED,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 0).linked(Link.WORKFLOW),
                    Column.Value.of(Runs.ENDED, 80),
                    Column.Value.of(Runs.FAILED, 80).judged(Judged.RUNS_FAILED),
                    Column.Value.of(Runs.MEDIAN, 90),
                    Column.Value.of(Runs.P95, 90).judged(Judged.RUNS_SLOW)),
                HALF),
            Graph.of(Runs.P95_BY_WORKFLOW, HALF)));
  }
}
