package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
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
import dev.pitwall.dashboards.signals.Control;
import dev.pitwall.dashboards.signals.Findings;
import dev.pitwall.dashboards.signals.Plan;
import dev.pitwall.dashboards.signals.Quality;
import dev.pitwall.dashboards.signals.Runs;
import dev.pitwall.dashboards.signals.Spending;
import java.util.List;

/** The dashboard that is opened first: is the workforce healthy, on time and under control? */
final class Overview {

  private static final int STAT = 6;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private Overview() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.OVERVIEW,
        "Pitwall / Overview",
        "Is the workforce of agents healthy, on time, within budget and under control?",
        "now-1h",
        List.of(rightNow(), trouble(), progress(), work()));
  }

  private static Row rightNow() {
    return new Row(
        "Does anything need me right now?",
        3,
        List.of(
            Stat.of(Findings.OPEN, STAT)
                .judged(Levels.NONE_IS_FINE)
                .saying(Words.none("none"))
                .linked(Link.to(Uids.CONFLICTS, "Conflicts & control")),
            Stat.of(Findings.FIRING, STAT)
                .judged(Levels.NONE_IS_FINE)
                .saying(Words.none("none"))
                .linked(Link.to(Uids.CONFLICTS, "Conflicts & control")),
            Stat.of(Control.STOP, STAT)
                .judged(Levels.NONE_MUST_BE)
                .saying(Said.STOP)
                .linked(Link.to(Uids.CONFLICTS, "Conflicts & control")),
            Stat.of(Plan.OVERDUE, STAT)
                .judged(Levels.NONE_IS_FINE)
                .saying(Words.none("none"))
                .linked(Link.to(Uids.WORKFLOW, "Workflow")),
            Stat.of(Plan.AT_RISK, STAT)
                .judged(Levels.NONE_IS_FINE)
                .saying(Words.none("none"))
                .linked(Link.to(Uids.WORKFLOW, "Workflow")),
            Stat.of(Runs.OPEN, STAT)
                .saying(Words.none("none"))
                .linked(Link.to(Uids.WORKFLOW, "Workflow")),
            Stat.of(Runs.WAITING, STAT)
                .saying(Words.none("nobody"))
                .linked(Link.to(Uids.CONFLICTS, "Conflicts & control")),
            Stat.of(Spending.COST_RATE, STAT).linked(Link.to(Uids.RESOURCES, "Resources & cost"))));
  }

  private static Row trouble() {
    return new Row(
        "What is wrong, where, and why?",
        6,
        List.of(Trouble.findings(24), Trouble.bySeverity(HALF), Trouble.alerts(HALF)));
  }

  private static Row progress() {
    return new Row(
        "Is the work getting on, and in time?",
        6,
        List.of(
            new Table(
                "Workflows",
                "One line for each workflow that has open runs or ended some in the time range."
                    + " Durations are estimated from histogram buckets.",
                Runs.ENDED,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 0).linked(Link.WORKFLOW),
                    Column.Value.of(Runs.OPEN_NOW, 80),
                    Column.Value.bar(Runs.PROGRESS_NOW, 160),
                    Column.Value.of(Plan.SLACK_OF_WORKFLOW, 100).judged(Levels.warningBelow(0)),
                    Column.Value.of(Runs.ENDED, 90),
                    Column.Value.of(Runs.FAILED, 90).judged(Judged.RUNS_FAILED),
                    Column.Value.of(Runs.P95, 100).judged(Judged.RUNS_SLOW)),
                24),
            Graph.of(Runs.OPEN_BY_WORKFLOW, HALF),
            Graph.of(Runs.IDLE_BY_WORKFLOW, HALF)));
  }

  private static Row work() {
    return new Row(
        "Is the work good, and what does it cost?",
        7,
        List.of(
            Graph.of(Quality.SCORE_BY_EVALUATOR, THIRD),
            Graph.of(Spending.TOKENS_BY_AGENT, THIRD),
            Graph.of(Spending.COST_BY_WORKFLOW, THIRD)));
  }
}
