package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.oneOf;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.orZeroOf;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;

/** What the detectors have found, and the alerts that follow from it. */
public final class Findings {

  private static final String NO_FINDING = "No finding in this time range";

  /** The alerts of Pitwall's rules, without the one that always fires. */
  private static final String ALERTS =
      "ALERTS{alertstate=\"firing\", alertname=~\"Pitwall.+\", alertname!=\"PitwallWatchdog\", "
          + GenAi.WORKFLOW.label()
          + "=~\"$workflow\", "
          + GenAi.AGENT.label()
          + "=~\"$agent\"}";

  public static final Signal OPEN =
      Signal.single(
          "Open findings",
          "Conflicts and risks that a detector has found and that have not cleared. Any open finding"
              + " of a kind that has a rule raises an alert.",
          Unit.COUNT,
          orZero(sum(select(Metrics.FINDINGS_OPEN))),
          Runs.NO_SERVICE);
  public static final Signal CRITICAL =
      Signal.single(
          "Critical findings",
          "Open findings of the worst severity.",
          Unit.COUNT,
          orZero(sum(select(Metrics.FINDINGS_OPEN, oneOf(Pitwall.FINDING_SEVERITY, "critical")))),
          Runs.NO_SERVICE);
  public static final Signal FIRING =
      Signal.single(
          "Alerts firing",
          "Alerts of Pitwall's rules that fire now, without the one that always does.",
          Unit.COUNT,
          orZero("count(" + ALERTS + ")"),
          Runs.NO_SERVICE);

  /** 1 for each kind of alert that has begun to fire in a workflow, whomever it is about. */
  static final String BEGUN_TO_FIRE =
      "max by (severity, alertname, " + GenAi.WORKFLOW.label() + ") (" + Promql.begun(ALERTS) + ")";

  // Tables.
  public static final Signal FINDING =
      Signal.single(
          "Open",
          "1 for each open finding.",
          Unit.COUNT,
          Runbooks.named(
              max(
                      select(Metrics.FINDING_ACTIVE),
                      Pitwall.FINDING_SEVERITY,
                      Pitwall.FINDING_TYPE,
                      GenAi.WORKFLOW,
                      GenAi.AGENT,
                      Pitwall.FINDING_CAUSE,
                      Pitwall.RUN_ID)
                  + " > 0"),
          "No open finding");
  public static final Signal ALERT =
      Signal.single(
          "Firing",
          "1 for each firing alert.",
          Unit.COUNT,
          "max by (severity, alertname, "
              + GenAi.WORKFLOW.label()
              + ", "
              + GenAi.AGENT.label()
              + ") ("
              + ALERTS
              + ")",
          "No alert is firing");

  // By kind.
  public static final Signal BY_TYPE =
      new Signal(
          "Open findings by kind",
          "How many findings were open, by kind: whether trouble is new, stays or comes back.",
          Unit.COUNT,
          sum(select(Metrics.FINDINGS_OPEN), Pitwall.FINDING_TYPE),
          "{{pitwall_finding_type}}",
          NO_FINDING);
  public static final Signal BY_SEVERITY =
      new Signal(
          "Open findings by severity",
          "How many findings were open, by severity.",
          Unit.COUNT,
          sum(select(Metrics.FINDINGS_OPEN), Pitwall.FINDING_SEVERITY),
          "{{pitwall_finding_severity}}",
          NO_FINDING);
  public static final Signal OPENED =
      Signal.single(
          "Opened",
          "Findings that were opened in the time range.",
          Unit.COUNT,
          sum(counted(select(Metrics.FINDINGS_OPENED)), Pitwall.FINDING_TYPE) + " > 0",
          NO_FINDING);
  public static final Signal STILL_OPEN =
      Signal.single(
          "Open",
          "Findings that are open.",
          Unit.COUNT,
          orZeroOf(
              sum(select(Metrics.FINDINGS_OPEN), Pitwall.FINDING_TYPE),
              "(" + OPENED.promql() + ")"),
          NO_FINDING);
  public static final Signal DETECTION =
      Signal.single(
          "Found after",
          "From the onset of the trouble to the finding, in half of the cases at most.",
          Unit.SECONDS,
          quantile(0.5, Metrics.FINDING_DETECTION, Pitwall.FINDING_TYPE),
          NO_FINDING);
  public static final Signal RESOLUTION =
      Signal.single(
          "Over after",
          "From the finding to its end, in half of the cases at most.",
          Unit.SECONDS,
          quantile(0.5, Metrics.FINDING_RESOLUTION, Pitwall.FINDING_TYPE),
          NO_FINDING);

  private Findings() {}
}
