package dev.pitwall.dashboards;

import static dev.pitwall.dashboards.Promql.counted;
import static dev.pitwall.dashboards.Promql.max;
import static dev.pitwall.dashboards.Promql.orZero;
import static dev.pitwall.dashboards.Promql.quantile;
import static dev.pitwall.dashboards.Promql.rate;
import static dev.pitwall.dashboards.Promql.select;
import static dev.pitwall.dashboards.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.Promql.Part;

/** Every signal that a dashboard shows. */
final class Signals {

  private static final String NO_SERVICE = "No service reports";
  private static final String NO_RUN = "No run is open";
  private static final String LIVE_RUNS =
      "No live runs. Single runs are listed only where pitwall.live-runs.max is set.";

  // Right now.
  static final Signal FINDINGS_OPEN =
      new Signal(
          "Open findings",
          "Conflicts and risks that a detector has found and that have not cleared. Any open finding"
              + " of a kind that has a rule raises an alert.",
          Unit.COUNT,
          orZero(sum(select(Metrics.FINDINGS_OPEN))),
          "",
          NO_SERVICE);
  static final Signal RUNS_ACTIVE =
      new Signal(
          "Open runs",
          "Runs that have started and not ended, over all services.",
          Unit.COUNT,
          orZero(sum(select(Metrics.RUNS_ACTIVE))),
          "",
          NO_SERVICE);
  static final Signal MEAN_PROGRESS =
      new Signal(
          "Mean progress",
          "Finished steps of the open runs, each run from 0 to 100 %, averaged over the runs.",
          Unit.RATIO,
          sum(select(Metrics.RUNS_PROGRESSED))
              + " / ("
              + sum(select(Metrics.RUNS_ACTIVE))
              + " > 0)",
          "",
          NO_RUN);
  static final Signal RUNS_WAITING =
      new Signal(
          "Waiting for a person",
          "Open runs in which nothing can go on until a person decides.",
          Unit.COUNT,
          orZero(sum(select(Metrics.RUNS_WAITING))),
          "",
          NO_SERVICE);
  static final Signal LONGEST_IDLE =
      new Signal(
          "Longest idle",
          "Of all open runs, the longest time since one made useful progress. Minutes are ordinary"
              + " for a long model call.",
          Unit.SECONDS,
          max(select(Metrics.RUNS_IDLE)),
          "",
          NO_RUN);
  static final Signal TOKEN_RATE =
      new Signal(
          "Tokens per minute",
          "Input and output tokens of all model calls that belong to a run.",
          Unit.AMOUNT,
          orZero("60 * " + sum(rate(select(Metrics.TOKENS_USED, spent())))),
          "",
          NO_SERVICE);

  // What is wrong.
  static final Signal FINDING =
      new Signal(
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
                  Pitwall.RUN_ID)),
          "",
          "No open finding");
  static final Signal FINDINGS_BY_TYPE =
      new Signal(
          "Open findings by kind",
          "How many findings were open, by kind: whether trouble is new, stays or comes back.",
          Unit.COUNT,
          sum(select(Metrics.FINDINGS_OPEN), Pitwall.FINDING_TYPE),
          "{{pitwall_finding_type}}",
          "No finding in this time range");
  static final Signal ALERT =
      new Signal(
          "Firing",
          "1 for each firing alert.",
          Unit.COUNT,
          "max by (severity, alertname, "
              + GenAi.WORKFLOW.label()
              + ", "
              + GenAi.AGENT.label()
              + ") (ALERTS{alertstate=\"firing\", alertname=~\"Pitwall.+\","
              + " alertname!=\"PitwallWatchdog\", "
              + GenAi.WORKFLOW.label()
              + "=~\"$workflow\", "
              + GenAi.AGENT.label()
              + "=~\"$agent\"})",
          "",
          "No alert is firing");

  // Progress. A Collector goes on telling of a run that has ended; its age is then 0.
  private static final String OPEN_RUNS =
      max(select(Metrics.RUN_AGE), Pitwall.RUN_ID, GenAi.WORKFLOW) + " > 0";
  static final Signal RUN_PROGRESS =
      new Signal(
          "Progress",
          "Finished steps of the run.",
          Unit.RATIO,
          ofOpenRuns(Metrics.RUN_PROGRESS),
          "",
          LIVE_RUNS);
  static final Signal RUN_AGE =
      new Signal("Age", "Time since the run started.", Unit.SECONDS, OPEN_RUNS, "", LIVE_RUNS);
  static final Signal RUN_IDLE =
      new Signal(
          "Idle",
          "Time since the run made useful progress.",
          Unit.SECONDS,
          ofOpenRuns(Metrics.RUN_IDLE),
          "",
          LIVE_RUNS);
  static final Signal RUNS_BY_WORKFLOW =
      new Signal(
          "Open runs by workflow",
          "Runs that were open, by workflow: a line that only climbs is work that does not end.",
          Unit.COUNT,
          sum(select(Metrics.RUNS_ACTIVE), GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          "No run in this time range");
  static final Signal IDLE_BY_WORKFLOW =
      new Signal(
          "Longest idle by workflow",
          "For each workflow, the open run that has gone longest without useful progress. Saw teeth"
              + " are healthy; a line that climbs on is a stall in the making.",
          Unit.SECONDS,
          max(select(Metrics.RUNS_IDLE), GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          "No run in this time range");
  static final Signal WORKFLOW_RUNS =
      new Signal(
          "Runs",
          "Runs that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.WORKFLOW_DURATION, Part.COUNT)), GenAi.WORKFLOW) + " > 0",
          "",
          "No run has ended");
  static final Signal WORKFLOW_FAILED =
      new Signal(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          "",
          "No run has ended");
  static final Signal WORKFLOW_MEDIAN =
      new Signal(
          "Median",
          "Half of the runs took no longer.",
          Unit.SECONDS,
          quantile(0.5, GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          "",
          "No run has ended");
  static final Signal WORKFLOW_P95 =
      new Signal(
          "95 %",
          "95 % of the runs took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          "",
          "No run has ended");

  private Signals() {}

  /** The last three kinds of token are subsets of these two. */
  static String spent() {
    return GenAi.TOKEN_TYPE.label() + "=~\"input|output\"";
  }

  private static String ofOpenRuns(Metric metric) {
    return max(select(metric), Pitwall.RUN_ID, GenAi.WORKFLOW) + " and " + OPEN_RUNS;
  }
}
