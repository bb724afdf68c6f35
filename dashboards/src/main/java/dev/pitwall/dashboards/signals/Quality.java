package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.mean;
import static dev.pitwall.dashboards.signals.Promql.meanLately;
import static dev.pitwall.dashboards.signals.Promql.oneOf;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.orZeroOf;
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

/** How good the work is: scores, gates, what is done again. */
public final class Quality {

  private static final String NO_SCORE = "No evaluation in this time range";
  private static final String NO_GATE = "No gate has decided in this time range";
  private static final String NO_REWORK = "Nothing was sent back in this time range";

  private static final String DECIDED = counted(select(Metrics.GATES_DECIDED));

  // All of it.
  public static final Signal MEAN_SCORE =
      Signal.single(
          "Mean score",
          "Mean of all scores in the time range, each brought to 0 to 1 by its evaluator's range.",
          Unit.SCORE,
          mean(Metrics.EVALUATION_SCORE),
          "No evaluation");
  public static final Signal EVALUATIONS =
      Signal.single(
          "Evaluations",
          "Scores that were given in the time range: a mean of few says little.",
          Unit.COUNT,
          orZero(sum(counted(select(Metrics.EVALUATION_SCORE, Part.COUNT)))),
          Runs.NO_SERVICE);
  public static final Signal PASSED_SHARE =
      Signal.single(
          "Gates passed",
          "Share of the gates' verdicts in the time range that let the work pass.",
          Unit.RATIO,
          Share.of(sum(gates("passed")), sum(DECIDED)),
          "No gate has decided");
  public static final Signal NOT_PASSED =
      Signal.single(
          "Turned away",
          "Verdicts in the time range by which work was rejected or escalated and not tried again.",
          Unit.COUNT,
          orZero(
              sum(
                  counted(
                      select(
                          Metrics.GATES_DECIDED,
                          oneOf(Pitwall.GATE_ACTION, "reject", "escalate"))))),
          Runs.NO_SERVICE);
  public static final Signal REWORKED =
      Signal.single(
          "Sent back",
          "Tasks that a check sent back in the time range.",
          Unit.COUNT,
          orZero(sum(counted(select(PlanMetrics.TASKS_REWORKED)))),
          Runs.NO_SERVICE);
  public static final Signal REGRESSIONS =
      Signal.single(
          "Lasting drops",
          "Open findings of quality that has dropped and stays low.",
          Unit.COUNT,
          orZero(
              sum(
                  select(
                      Metrics.FINDINGS_OPEN, oneOf(Pitwall.FINDING_TYPE, "quality_regression")))),
          Runs.NO_SERVICE);

  // Trends.
  public static final Signal SCORE_BY_EVALUATOR = scoreBy("evaluator", GenAi.EVALUATION);
  public static final Signal SCORE_BY_AGENT = scoreBy("agent", GenAi.AGENT);
  public static final Signal VERDICTS =
      new Signal(
          "Verdicts over time",
          "What the gates said, over four export intervals. Failures that come in waves point to a"
              + " change: look for a deployment.",
          Unit.COUNT,
          sum(lately(select(Metrics.GATES_DECIDED)), Pitwall.GATE_RESULT),
          "{{pitwall_gate_result}}",
          NO_GATE);

  // Gates and evaluators.
  public static final Signal GATES =
      new Signal(
          "Gate verdicts",
          "Verdicts of each quality gate in the time range. Many failures that a later try repairs"
              + " cost time and tokens; failures that nobody repairs reach the result.",
          Unit.COUNT,
          sum(DECIDED, Pitwall.GATE, Pitwall.GATE_RESULT),
          "{{pitwall_gate_name}}: {{pitwall_gate_result}}",
          NO_GATE);
  public static final Signal ACTIONS =
      new Signal(
          "What follows",
          "What the gates' verdicts in the time range led to.",
          Unit.COUNT,
          sum(DECIDED, Pitwall.GATE_ACTION),
          "{{pitwall_gate_action}}",
          NO_GATE);
  public static final Signal SCORES =
      Signal.single(
          "Scores",
          "Scores given in the time range.",
          Unit.COUNT,
          sum(counted(select(Metrics.EVALUATION_SCORE, Part.COUNT)), GenAi.EVALUATION, GenAi.AGENT)
              + " > 0",
          NO_SCORE);
  public static final Signal MEAN =
      Signal.single(
          "Mean",
          "Mean of them.",
          Unit.SCORE,
          mean(Metrics.EVALUATION_SCORE, GenAi.EVALUATION, GenAi.AGENT),
          NO_SCORE);
  public static final Signal WORST_TENTH =
      Signal.single(
          "Worst tenth",
          "A tenth of the scores are no better: estimated from histogram buckets.",
          Unit.SCORE,
          quantile(0.1, Metrics.EVALUATION_SCORE, GenAi.EVALUATION, GenAi.AGENT),
          NO_SCORE);

  // Rework.
  public static final Signal REWORK_OVER_TIME =
      new Signal(
          "Sent back over time",
          "Tasks that a check sent back, over four export intervals, by the agent that did them.",
          Unit.COUNT,
          sum(lately(select(PlanMetrics.TASKS_REWORKED)), GenAi.AGENT),
          "{{gen_ai_agent_name}}",
          NO_REWORK);
  public static final Signal GATE_FAILED =
      Signal.single(
          "Not passed",
          "Share of the gate's verdicts that did not let the work pass.",
          Unit.RATIO,
          Share.of(
              sum(gates("failed|error"), GenAi.AGENT, Pitwall.GATE),
              sum(DECIDED, GenAi.AGENT, Pitwall.GATE)),
          NO_GATE);
  public static final Signal GATE_VERDICTS =
      Signal.single(
          "Verdicts",
          "Verdicts in the time range.",
          Unit.COUNT,
          sum(DECIDED, GenAi.AGENT, Pitwall.GATE) + " > 0",
          NO_GATE);
  public static final Signal GATE_REWORK =
      Signal.single(
          "Sent back",
          "Tasks that it sent back in the time range.",
          Unit.COUNT,
          orZeroOf(
              sum(counted(select(PlanMetrics.TASKS_REWORKED)), GenAi.AGENT, Pitwall.GATE),
              "(" + GATE_VERDICTS.promql() + ")"),
          NO_GATE);

  private Quality() {}

  private static String gates(String results) {
    return counted(select(Metrics.GATES_DECIDED, oneOf(Pitwall.GATE_RESULT, results)));
  }

  private static Signal scoreBy(String what, Attribute label) {
    return new Signal(
        "Mean score by " + what,
        "Mean of the scores, brought to 0 to 1 by each evaluator's own range. Compare a line with"
            + " its own past, not with another.",
        Unit.SCORE,
        meanLately(Metrics.EVALUATION_SCORE, label),
        "{{" + label.label() + "}}",
        NO_SCORE);
  }
}
