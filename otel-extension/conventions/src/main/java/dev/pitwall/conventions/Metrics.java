package dev.pitwall.conventions;

import static dev.pitwall.conventions.Aggregation.MAX;
import static dev.pitwall.conventions.Aggregation.NONE;
import static dev.pitwall.conventions.Aggregation.SUM;
import static dev.pitwall.conventions.Metric.amount;
import static dev.pitwall.conventions.Metric.counter;
import static dev.pitwall.conventions.Metric.gauge;
import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every metric that the extension emits: those that have no standard name here, the others in
 * {@link GenAiMetrics}.
 */
public final class Metrics {

  // Runs.
  public static final Metric RUNS_ACTIVE =
      gauge("pitwall.runs.active", "{run}", SUM, "Runs that are open.", GenAi.WORKFLOW);
  public static final Metric RUNS_WAITING =
      gauge(
          "pitwall.runs.waiting",
          "{run}",
          SUM,
          "Open runs in which everything waits for a person.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_PROGRESSED =
      gauge(
          "pitwall.runs.progressed",
          "{run}",
          SUM,
          "Sum of the progress (0 to 1) of open runs; divided by pitwall.runs.active it is the mean.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_REMAINING =
      gauge(
          "pitwall.runs.remaining.max",
          "s",
          MAX,
          "Longest estimated remaining time of an open run.",
          GenAi.WORKFLOW);
  public static final Metric RUNS_IDLE =
      gauge(
          "pitwall.runs.idle.age",
          "s",
          MAX,
          "Longest time that an open run has made no useful progress.",
          GenAi.WORKFLOW);
  public static final Metric RUN_PROGRESS =
      gauge(
          "pitwall.run.progress.ratio",
          "1",
          NONE,
          "Progress of one open run; off unless pitwall.live-runs.max is set.",
          GenAi.WORKFLOW,
          Pitwall.RUN_ID);
  public static final Metric RUN_AGE =
      gauge(
          "pitwall.run.age",
          "s",
          NONE,
          "Age of one open run, 0 once it has ended; off unless pitwall.live-runs.max is set.",
          GenAi.WORKFLOW,
          Pitwall.RUN_ID);
  public static final Metric RUN_IDLE =
      gauge(
          "pitwall.run.idle.age",
          "s",
          NONE,
          "Time one open run has made no useful progress; off unless pitwall.live-runs.max is set.",
          GenAi.WORKFLOW,
          Pitwall.RUN_ID);

  // Handoffs.
  public static final Metric HANDOFFS_OFFERED = handoffs("offered", "Work offered.");
  public static final Metric HANDOFFS_ACCEPTED = handoffs("accepted", "Offers that were taken up.");
  public static final Metric HANDOFFS_REJECTED =
      handoffs("rejected", "Offers that were declined or skipped.");
  public static final Metric HANDOFFS_COMPLETED =
      handoffs("completed", "Accepted work that was finished.");
  public static final Metric HANDOFFS_FAILED =
      handoffs("failed", "Accepted work that ended in an error.");
  public static final Metric HANDOFFS_LOST =
      handoffs("lost", "Work that nobody took up, or of which nothing was heard again.");
  public static final Metric HANDOFFS_RECOVERED =
      handoffs("recovered", "Lost work that was taken up after all.");
  public static final Metric HANDOFFS_DUPLICATED =
      handoffs("duplicated", "Work that was taken up a second time.");
  public static final Metric HANDOFFS_PENDING =
      gauge(
          "pitwall.handoffs.pending",
          "{handoff}",
          SUM,
          "Offers that nobody has taken up yet.",
          GenAi.WORKFLOW,
          Pitwall.HANDOFF_TARGET);
  public static final Metric HANDOFFS_OLDEST =
      gauge(
          "pitwall.handoffs.oldest.age",
          "s",
          MAX,
          "Age of the oldest offer that nobody has taken up.",
          GenAi.WORKFLOW,
          Pitwall.HANDOFF_TARGET);
  public static final Metric HANDOFF_ACCEPT_DURATION =
      histogram(
          "pitwall.handoff.accept.duration",
          "s",
          Buckets.WORK,
          "From offer to acceptance.",
          GenAi.WORKFLOW,
          Pitwall.HANDOFF_SOURCE,
          Pitwall.HANDOFF_TARGET);
  public static final Metric HANDOFF_WORK_DURATION =
      histogram(
          "pitwall.handoff.work.duration",
          "s",
          Buckets.WORK,
          "From acceptance to the end of the work.",
          GenAi.WORKFLOW,
          Pitwall.HANDOFF_SOURCE,
          Pitwall.HANDOFF_TARGET);

  // Quality.
  public static final Metric EVALUATION_SCORE =
      histogram(
          "pitwall.evaluation.score",
          "1",
          Buckets.SCORE,
          "Scores, brought to 0 to 1 by the evaluator's range.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          GenAi.EVALUATION);
  public static final Metric GATES_DECIDED =
      counter(
          "pitwall.gates.decided",
          "{check}",
          "Quality gates that gave a verdict.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          Pitwall.GATE,
          Pitwall.GATE_RESULT,
          Pitwall.GATE_ACTION);

  // People.
  public static final Metric APPROVALS_DECIDED =
      counter(
          "pitwall.approvals.decided",
          "{approval}",
          "Decisions that people were asked for; bypassed: what needed one acted without.",
          GenAi.WORKFLOW,
          Pitwall.APPROVAL_KIND,
          Pitwall.APPROVAL_RESULT);
  public static final Metric APPROVAL_WAIT =
      histogram(
          "pitwall.approval.wait.duration",
          "s",
          Buckets.PEOPLE,
          "How long a run waited for a person.",
          GenAi.WORKFLOW,
          Pitwall.APPROVAL_KIND);
  public static final Metric APPROVALS_PENDING =
      gauge(
          "pitwall.approvals.pending",
          "{approval}",
          SUM,
          "Decisions that a run waits for.",
          GenAi.WORKFLOW,
          Pitwall.APPROVAL_KIND);
  public static final Metric APPROVALS_OLDEST =
      gauge(
          "pitwall.approvals.oldest.age",
          "s",
          MAX,
          "How long the oldest of them has waited.",
          GenAi.WORKFLOW,
          Pitwall.APPROVAL_KIND);

  // Resources.
  public static final Metric AGENTS_ACTIVE =
      gauge(
          "pitwall.agents.active",
          "{invocation}",
          SUM,
          "Agent invocations that are under way.",
          GenAi.AGENT);
  public static final Metric TOKENS_USED =
      counter(
          "pitwall.tokens.used",
          "{token}",
          "Tokens per agent and workflow; cached and reasoning ones are part of input and output.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          GenAi.REQUEST_MODEL,
          GenAi.TOKEN_TYPE);
  public static final Metric COST =
      amount(
          "pitwall.cost.usd",
          "{USD}",
          "What model calls cost by the price list, also outside of runs.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          GenAi.REQUEST_MODEL);
  public static final Metric UNPRICED_CALLS =
      counter(
          "pitwall.unpriced.calls",
          "{call}",
          "Model calls that told their tokens, but whose model is not in the price list.",
          GenAi.WORKFLOW,
          GenAi.AGENT,
          GenAi.REQUEST_MODEL);
  public static final Metric CONTEXT_UTILIZATION =
      gauge(
          "pitwall.context.utilization.ratio",
          "1",
          MAX,
          "Share of the model's window that a call read, largest of this minute and the one before.",
          GenAi.AGENT,
          GenAi.REQUEST_MODEL);

  // Findings.
  public static final Metric FINDINGS_OPENED =
      counter(
          "pitwall.findings.opened",
          "{finding}",
          "Findings that were opened.",
          Pitwall.FINDING_TYPE,
          GenAi.WORKFLOW);
  public static final Metric FINDINGS_OPEN =
      gauge(
          "pitwall.findings.open",
          "{finding}",
          SUM,
          "Findings that are open, held long enough to be seen by every scrape.",
          Pitwall.FINDING_TYPE,
          Pitwall.FINDING_SEVERITY,
          GenAi.WORKFLOW,
          GenAi.AGENT);
  public static final Metric FINDING_ACTIVE =
      gauge(
          "pitwall.finding.active",
          "{finding}",
          NONE,
          "1 for each open finding, worst first, at most 20 a JVM: what an alert names.",
          Pitwall.FINDING_ID,
          Pitwall.RUN_ID,
          Pitwall.FINDING_TYPE,
          Pitwall.FINDING_SEVERITY,
          GenAi.WORKFLOW,
          GenAi.AGENT,
          Pitwall.FINDING_CAUSE);
  public static final Metric FINDING_DETECTION =
      histogram(
          "pitwall.finding.detection.duration",
          "s",
          Buckets.WORK,
          "From the onset of the trouble to the finding.",
          Pitwall.FINDING_TYPE);
  public static final Metric FINDING_RESOLUTION =
      histogram(
          "pitwall.finding.resolution.duration",
          "s",
          Buckets.WORK,
          "From the finding to its end.",
          Pitwall.FINDING_TYPE);

  // Ourselves.
  public static final Metric EXTENSION_LOADED =
      gauge(
          "pitwall.extension.loaded",
          "{extension}",
          SUM,
          "1 while the extension runs.",
          Pitwall.EXTENSION_VERSION,
          Pitwall.AGENT_VERSION);
  public static final Metric INSTRUMENTATION_LOADED =
      gauge(
          "pitwall.instrumentation.loaded",
          "{instrumentation}",
          SUM,
          "1 for each instrumentation module that has been applied.",
          Pitwall.LIBRARY);
  public static final Metric SIGNALS_RECEIVED =
      counter("pitwall.signals.received", "{signal}", "Signals from hooks.", Pitwall.SIGNAL_KIND);
  public static final Metric SIGNALS_DROPPED =
      counter(
          "pitwall.signals.dropped",
          "{signal}",
          "Signals that could not be used.",
          Pitwall.DROP_REASON);
  public static final Metric USAGE_MISSING =
      counter(
          "pitwall.usage.missing",
          "{call}",
          "Chats of which the tokens were not told: budgets and costs lack them.",
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL);
  public static final Metric LABELS_OVERFLOWED =
      counter(
          "pitwall.labels.overflowed",
          "{value}",
          "Label values replaced by _OTHER.",
          Pitwall.METRIC_NAME);
  public static final Metric STATE_EVICTED =
      counter(
          "pitwall.state.evicted",
          "{entry}",
          "State given up for lack of room.",
          Pitwall.STATE_KIND);
  public static final Metric ERRORS_SUPPRESSED =
      counter(
          "pitwall.errors.suppressed",
          "{error}",
          "Our own errors that the application did not see.",
          Pitwall.LIBRARY);

  private static final List<Metric> OWN =
      List.of(
          RUNS_ACTIVE,
          RUNS_WAITING,
          RUNS_PROGRESSED,
          RUNS_REMAINING,
          RUNS_IDLE,
          RUN_PROGRESS,
          RUN_AGE,
          RUN_IDLE,
          HANDOFFS_OFFERED,
          HANDOFFS_ACCEPTED,
          HANDOFFS_REJECTED,
          HANDOFFS_COMPLETED,
          HANDOFFS_FAILED,
          HANDOFFS_LOST,
          HANDOFFS_RECOVERED,
          HANDOFFS_DUPLICATED,
          HANDOFFS_PENDING,
          HANDOFFS_OLDEST,
          HANDOFF_ACCEPT_DURATION,
          HANDOFF_WORK_DURATION,
          EVALUATION_SCORE,
          GATES_DECIDED,
          APPROVALS_DECIDED,
          APPROVAL_WAIT,
          APPROVALS_PENDING,
          APPROVALS_OLDEST,
          AGENTS_ACTIVE,
          TOKENS_USED,
          COST,
          UNPRICED_CALLS,
          CONTEXT_UTILIZATION,
          FINDINGS_OPENED,
          FINDINGS_OPEN,
          FINDING_ACTIVE,
          FINDING_DETECTION,
          FINDING_RESOLUTION,
          EXTENSION_LOADED,
          INSTRUMENTATION_LOADED,
          SIGNALS_RECEIVED,
          SIGNALS_DROPPED,
          USAGE_MISSING,
          LABELS_OVERFLOWED,
          STATE_EVICTED,
          ERRORS_SUPPRESSED);

  private Metrics() {}

  /** All metrics, in the order of the reference: the standard ones first. */
  public static List<Metric> all() {
    return Stream.of(
            GenAiMetrics.all(), McpMetrics.all(), PlanMetrics.all(), ControlMetrics.all(), OWN)
        .flatMap(List::stream)
        .toList();
  }

  private static Metric handoffs(String stage, String description) {
    return counter(
        "pitwall.handoffs." + stage,
        "{handoff}",
        description,
        GenAi.WORKFLOW,
        Pitwall.HANDOFF_SOURCE,
        Pitwall.HANDOFF_TARGET,
        Pitwall.HANDOFF_MODE);
  }
}
