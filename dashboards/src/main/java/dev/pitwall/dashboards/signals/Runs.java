package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.quantileLately;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.share;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import dev.pitwall.dashboards.signals.Promql.Part;

/** The runs: which are open, how far they are, how they ended. */
public final class Runs {

  static final String NO_SERVICE = "No service reports";
  static final String NO_RUN = "No run is open";
  private static final String NO_END = "No run has ended in this time range";
  private static final String NO_RUN_THEN = "No run in this time range";
  private static final String NOT_LISTED =
      "No live runs. Single runs are listed only where pitwall.live-runs.max is set.";

  public static final Signal OPEN =
      Signal.single(
          "Open runs",
          "Runs that have started and not ended, over all services.",
          Unit.COUNT,
          orZero(sum(select(Metrics.RUNS_ACTIVE))),
          NO_SERVICE);
  public static final Signal MEAN_PROGRESS =
      Signal.single(
          "Mean progress",
          "Finished steps of the open runs, each run from 0 to 100 %, averaged over the runs.",
          Unit.RATIO,
          share(sum(select(Metrics.RUNS_PROGRESSED)), sum(select(Metrics.RUNS_ACTIVE))),
          NO_RUN);
  public static final Signal WAITING =
      Signal.single(
          "Waiting for a person",
          "Open runs in which nothing can go on until a person decides.",
          Unit.COUNT,
          orZero(sum(select(Metrics.RUNS_WAITING))),
          NO_SERVICE);
  public static final Signal LONGEST_IDLE =
      Signal.single(
          "Longest idle",
          "Of all open runs, the longest time since one made useful progress. Minutes are ordinary"
              + " for a long model call.",
          Unit.SECONDS,
          max(select(Metrics.RUNS_IDLE)),
          NO_RUN);
  public static final Signal FAILED_SHARE =
      Signal.single(
          "Failed runs",
          "Share of the runs that ended in the time range that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.WORKFLOW_DURATION),
          "No run has ended");

  public static final Signal OPEN_BY_WORKFLOW =
      new Signal(
          "Open runs by workflow",
          "Runs that were open, by workflow: a line that only climbs is work that does not end.",
          Unit.COUNT,
          sum(select(Metrics.RUNS_ACTIVE), GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          NO_RUN_THEN);
  public static final Signal IDLE_BY_WORKFLOW =
      new Signal(
          "Longest idle by workflow",
          "For each workflow, the open run that has gone longest without useful progress. Saw teeth"
              + " are healthy; a line that climbs on is a stall in the making.",
          Unit.SECONDS,
          max(select(Metrics.RUNS_IDLE), GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          NO_RUN_THEN);

  // One line a workflow.
  public static final Signal OPEN_NOW =
      Signal.single("Open", "Runs that are open.", Unit.COUNT, OPEN_BY_WORKFLOW.promql(), NO_RUN);
  public static final Signal PROGRESS_NOW =
      Signal.single(
          "Progress",
          "Mean progress of the open runs.",
          Unit.RATIO,
          share(
              sum(select(Metrics.RUNS_PROGRESSED), GenAi.WORKFLOW),
              sum(select(Metrics.RUNS_ACTIVE), GenAi.WORKFLOW)),
          NO_RUN);
  public static final Signal ENDED =
      Signal.single(
          "Ended",
          "Runs that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.WORKFLOW_DURATION, Part.COUNT)), GenAi.WORKFLOW) + " > 0",
          NO_END);
  public static final Signal FAILED =
      Signal.single(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          NO_END);
  public static final Signal MEDIAN =
      Signal.single(
          "Median",
          "Half of the runs took no longer.",
          Unit.SECONDS,
          quantile(0.5, GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          NO_END);
  public static final Signal P95 =
      Signal.single(
          "95 %",
          "95 % of the runs took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          NO_END);
  public static final Signal P95_BY_WORKFLOW =
      new Signal(
          "Runs, 95 %",
          "95 % of the runs took no longer. Estimated from histogram buckets. A point is one run: it leads to its trace.",
          Unit.SECONDS,
          quantileLately(0.95, GenAiMetrics.WORKFLOW_DURATION, GenAi.WORKFLOW),
          "{{gen_ai_workflow_name}}",
          NO_END);

  // Single runs. A Collector goes on telling of a run that has ended; its age is then 0.
  private static final String LISTED =
      max(select(Metrics.RUN_AGE), Pitwall.RUN_ID, GenAi.WORKFLOW) + " > 0";
  public static final Signal RUN_PROGRESS =
      Signal.single(
          "Progress",
          "Finished steps of the run.",
          Unit.RATIO,
          ofListed(Metrics.RUN_PROGRESS),
          NOT_LISTED);
  public static final Signal RUN_AGE =
      Signal.single("Age", "Time since the run started.", Unit.SECONDS, LISTED, NOT_LISTED);
  public static final Signal RUN_IDLE =
      Signal.single(
          "Idle",
          "Time since the run made useful progress.",
          Unit.SECONDS,
          ofListed(Metrics.RUN_IDLE),
          NOT_LISTED);
  public static final Signal RUN_PROGRESS_OVER_TIME =
      new Signal(
          "Progress of the live runs",
          "Each line is a run. One that lies flat makes no progress; one that falls was given more"
              + " to do.",
          Unit.RATIO,
          RUN_PROGRESS.promql(),
          "{{pitwall_run_id}}",
          NOT_LISTED);

  private Runs() {}

  private static String ofListed(Metric metric) {
    return max(select(metric), Pitwall.RUN_ID, GenAi.WORKFLOW) + " and " + LISTED;
  }
}
