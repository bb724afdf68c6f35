package dev.pitwall.dashboards;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Color;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Paint;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.signals.Findings;
import dev.pitwall.dashboards.signals.Runbooks;
import java.util.List;

/** The two lists of what is wrong now. */
final class Trouble {

  private Trouble() {}

  static Table findings(int width) {
    return new Table(
        "Open findings now",
        "One line for each open finding, at most 20 for each JVM. The run leads to its traces and"
            + " its log, the runbook says what to do.",
        Findings.FINDING,
        List.of(
            Column.severity(Pitwall.FINDING_SEVERITY.label()),
            Column.label(Pitwall.FINDING_TYPE, "Finding", 140),
            Column.label(GenAi.WORKFLOW, "Workflow", 140).linked(Link.WORKFLOW),
            Column.label(GenAi.AGENT, "Agent", 180).linked(Link.AGENT),
            Column.label(Pitwall.FINDING_CAUSE, "Likeliest cause", 0),
            Column.label(Pitwall.RUN_ID, "Run", 210).linked(Link.RUN),
            Column.label(Runbooks.LABEL, "Runbook", 190).linked(Link.RUNBOOK)),
        width);
  }

  static Graph bySeverity(int width) {
    return Graph.of(Findings.BY_SEVERITY, width)
        .painted(
            List.of(
                new Paint("critical", Color.BAD),
                new Paint("warning", Color.WARNING),
                new Paint("info", Color.FINE)));
  }

  static Table alerts(int width) {
    return new Table(
        "Alerts firing now",
        "Alerts of Pitwall's rules as Prometheus evaluates them; who is notified is Alertmanager's"
            + " business.",
        Findings.ALERT,
        List.of(
            Column.severity("severity"),
            Column.label("alertname", "Alert", 0),
            Column.label(GenAi.WORKFLOW, "Workflow", 140).linked(Link.WORKFLOW),
            Column.label(GenAi.AGENT, "Agent", 180).linked(Link.AGENT)),
        width);
  }
}
