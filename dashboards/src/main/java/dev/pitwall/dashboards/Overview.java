package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.Panel.Bars;
import dev.pitwall.dashboards.Panel.Graph;
import dev.pitwall.dashboards.Panel.Paint;
import dev.pitwall.dashboards.Panel.Stat;
import dev.pitwall.dashboards.Panel.Table;
import java.util.List;

/** The dashboard that is opened first: is the workforce healthy, on time and under control? */
final class Overview {

  static final String UID = "pitwall-overview";

  private static final int STAT = 4;
  private static final int HALF = 12;

  private Overview() {}

  static Dashboard dashboard() {
    return new Dashboard(
        UID,
        "Pitwall / Overview",
        "Is the workforce of agents healthy, on time, within budget and under control?",
        "now-1h",
        List.of(rightNow(), trouble(), progress(), handoffs(), quality(), agents()));
  }

  private static Row rightNow() {
    return new Row(
        "Does anything need me right now?",
        4,
        List.of(
            new Stat(Signals.FINDINGS_OPEN, Levels.warningFrom(1), STAT),
            new Stat(Signals.RUNS_ACTIVE, Levels.NEUTRAL, STAT),
            new Stat(Signals.MEAN_PROGRESS, Levels.NEUTRAL, STAT),
            new Stat(Signals.RUNS_WAITING, Levels.NEUTRAL, STAT),
            new Stat(Signals.LONGEST_IDLE, Levels.NEUTRAL, STAT),
            new Stat(Signals.TOKEN_RATE, Levels.NEUTRAL, STAT)));
  }

  private static Row trouble() {
    return new Row(
        "What is wrong, where, and why?",
        5,
        List.of(
            new Table(
                "Open findings now",
                "One line for each open finding, at most 20 for each JVM. The run leads to its"
                    + " traces, the runbook says what to do.",
                Signals.FINDING,
                List.of(
                    new Column.Label(Pitwall.FINDING_SEVERITY.label(), "Severity", 90, null, true),
                    Column.label(Pitwall.FINDING_TYPE, "Finding", 110),
                    Column.label(GenAi.WORKFLOW, "Workflow", 160).linked(Link.WORKFLOW),
                    Column.label(GenAi.AGENT, "Agent", 170).linked(Link.AGENT),
                    Column.label(Pitwall.FINDING_CAUSE, "Likeliest cause", 0),
                    Column.label(Pitwall.RUN_ID, "Run", 210).linked(Link.TRACES),
                    new Column.Label(Runbooks.LABEL, "Runbook", 160, Link.RUNBOOK, false)),
                24),
            new Graph(Signals.FINDINGS_BY_TYPE, Color.fixed("orange"), HALF),
            new Table(
                "Alerts firing now",
                "Alerts of Pitwall's rules as Prometheus evaluates them; who is notified is"
                    + " Alertmanager's business.",
                Signals.ALERT,
                List.of(
                    new Column.Label("severity", "Severity", 90, null, true),
                    new Column.Label("alertname", "Alert", 0, null, false),
                    Column.label(GenAi.WORKFLOW, "Workflow", 150).linked(Link.WORKFLOW),
                    Column.label(GenAi.AGENT, "Agent", 170).linked(Link.AGENT)),
                HALF)));
  }

  private static Row progress() {
    return new Row(
        "Are the runs getting on?",
        6,
        List.of(
            new Table(
                "Live runs",
                "The open runs that are listed singly. The run leads to its traces.",
                Signals.RUN_PROGRESS,
                List.of(
                    Column.label(Pitwall.RUN_ID, "Run", 0).linked(Link.TRACES),
                    Column.label(GenAi.WORKFLOW, "Workflow", 140).linked(Link.WORKFLOW),
                    Column.Value.bar(Signals.RUN_PROGRESS, 140),
                    Column.Value.of(Signals.RUN_AGE, 80),
                    Column.Value.of(Signals.RUN_IDLE, 80)),
                HALF),
            new Table(
                "Runs that ended",
                "Runs that ended in the time range, and how long they took. Durations are estimated"
                    + " from histogram buckets.",
                Signals.WORKFLOW_RUNS,
                List.of(
                    Column.label(GenAi.WORKFLOW, "Workflow", 0).linked(Link.WORKFLOW),
                    Column.Value.of(Signals.WORKFLOW_RUNS, 70),
                    Column.Value.of(Signals.WORKFLOW_FAILED, 80),
                    Column.Value.of(Signals.WORKFLOW_MEDIAN, 90),
                    Column.Value.of(Signals.WORKFLOW_P95, 90)),
                HALF),
            new Graph(Signals.RUNS_BY_WORKFLOW, Color.PALETTE, HALF),
            new Graph(Signals.IDLE_BY_WORKFLOW, Color.PALETTE, HALF)));
  }

  private static Row handoffs() {
    return new Row(
        "Does work that is handed over arrive?",
        7,
        List.of(
            new Table(
                "Who hands work to whom",
                "Handoffs in the time range, by giver and taker. Offered without being accepted is"
                    + " work that nobody does.",
                WorkSignals.OFFERED,
                List.of(
                    Column.label(Pitwall.HANDOFF_SOURCE, "From", 0),
                    Column.label(Pitwall.HANDOFF_TARGET, "To", 0),
                    Column.Value.of(WorkSignals.OFFERED, 80),
                    Column.Value.of(WorkSignals.ACCEPTED, 90),
                    Column.Value.of(WorkSignals.FAILED, 70),
                    Column.Value.of(WorkSignals.ACCEPT_P95, 110),
                    Column.Value.of(WorkSignals.WORK_P95, 100)),
                16),
            new Table(
                "Offers that wait now",
                "Offers that nobody has taken up yet, by the agent that should.",
                WorkSignals.PENDING,
                List.of(
                    Column.label(Pitwall.HANDOFF_TARGET, "To", 0),
                    Column.Value.of(WorkSignals.PENDING, 90),
                    Column.Value.of(WorkSignals.OLDEST, 90)),
                8)));
  }

  private static Row quality() {
    return new Row(
        "Is the work good enough?",
        7,
        List.of(
            new Graph(WorkSignals.SCORE, Color.PALETTE, HALF),
            new Bars(
                WorkSignals.GATES,
                List.of(
                    new Paint(".*: passed$", Color.fixed("blue")),
                    new Paint(".*: failed$", Color.fixed("orange")),
                    new Paint(".*: error$", Color.fixed("red")),
                    new Paint(".*: skipped$", Color.fixed("text"))),
                HALF)));
  }

  private static Row agents() {
    return new Row(
        "Who costs time and tokens, and who fails?",
        7,
        List.of(
            new Table(
                "Agents",
                "What each agent did in the time range. The standard agent metrics carry no workflow:"
                    + " narrow them with the agent. Durations are estimated from histogram buckets.",
                WorkSignals.INVOCATIONS,
                List.of(
                    Column.label(GenAi.AGENT, "Agent", 0).linked(Link.AGENT),
                    Column.Value.of(WorkSignals.INVOCATIONS, 110),
                    Column.Value.of(WorkSignals.AGENT_FAILED, 90),
                    Column.Value.of(WorkSignals.AGENT_P95, 100),
                    Column.Value.of(WorkSignals.MODEL_CALLS, 150),
                    Column.Value.of(WorkSignals.TOOL_CALLS, 140),
                    Column.Value.of(WorkSignals.AGENT_TOKENS, 110)),
                24),
            new Table(
                "Tools",
                "What each tool did in the time range, by the agent that called it.",
                WorkSignals.TOOL_RUNS,
                List.of(
                    new Column.Label(GenAi.TOOL.label(), "Tool", 0, null, false),
                    Column.label(GenAi.AGENT, "Agent", 160).linked(Link.AGENT),
                    Column.Value.of(WorkSignals.TOOL_RUNS, 70),
                    Column.Value.of(WorkSignals.TOOL_FAILED, 80),
                    Column.Value.of(WorkSignals.TOOL_P95, 90)),
                HALF),
            new Graph(WorkSignals.TOKENS_BY_AGENT, Color.PALETTE, HALF)));
  }
}
