package dev.pitwall.dashboards;

import static dev.pitwall.dashboards.Promql.counted;
import static dev.pitwall.dashboards.Promql.lately;
import static dev.pitwall.dashboards.Promql.max;
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

/** The signals of the parties that do the work: handoffs, quality, agents, tools. */
final class WorkSignals {

  private static final String NO_HANDOFF = "No handoff in this time range";
  private static final String NO_AGENT = "No agent has worked in this time range";
  private static final String NO_TOOL = "No tool was called in this time range";

  // Handoffs.
  static final Signal OFFERED = handoffs("Offered", "Work offered.", Metrics.HANDOFFS_OFFERED);
  static final Signal ACCEPTED =
      handoffs("Accepted", "Offers that were taken up.", Metrics.HANDOFFS_ACCEPTED);
  static final Signal FAILED =
      new Signal(
          "Failed",
          "Accepted work that ended in an error.",
          Unit.COUNT,
          between(Metrics.HANDOFFS_FAILED) + " or 0 * " + between(Metrics.HANDOFFS_OFFERED),
          "",
          NO_HANDOFF);
  static final Signal ACCEPT_P95 =
      handoffTime(
          "Accept 95 %", "95 % of offers were taken up within.", Metrics.HANDOFF_ACCEPT_DURATION);
  static final Signal WORK_P95 =
      handoffTime(
          "Work 95 %", "95 % of the accepted work took no longer.", Metrics.HANDOFF_WORK_DURATION);
  static final Signal PENDING =
      new Signal(
          "Pending",
          "Offers that nobody has taken up yet.",
          Unit.COUNT,
          sum(select(Metrics.HANDOFFS_PENDING), Pitwall.HANDOFF_TARGET),
          "",
          "No offer is waiting");
  static final Signal OLDEST =
      new Signal(
          "Oldest",
          "Age of the oldest of them.",
          Unit.SECONDS,
          max(select(Metrics.HANDOFFS_OLDEST), Pitwall.HANDOFF_TARGET),
          "",
          "No offer is waiting");

  // Quality.
  static final Signal SCORE =
      new Signal(
          "Mean score by evaluator",
          "Mean of the scores that each evaluator gave, brought to 0 to 1 by its own range. Compare a"
              + " line with its own past, not with another evaluator.",
          Unit.SCORE,
          sum(lately(select(Metrics.EVALUATION_SCORE, Part.SUM)), GenAi.EVALUATION)
              + " / ("
              + sum(lately(select(Metrics.EVALUATION_SCORE, Part.COUNT)), GenAi.EVALUATION)
              + " > 0)",
          "{{gen_ai_evaluation_name}}",
          "No evaluation in this time range");
  static final Signal GATES =
      new Signal(
          "Gate verdicts",
          "Verdicts of each quality gate in the time range. Many failures that a later try repairs"
              + " cost time and tokens; failures that nobody repairs reach the result.",
          Unit.COUNT,
          sum(counted(select(Metrics.GATES_DECIDED)), Pitwall.GATE, Pitwall.GATE_RESULT),
          "{{pitwall_gate_name}}: {{pitwall_gate_result}}",
          "No gate has decided in this time range");

  // Agents and tools.
  static final Signal INVOCATIONS =
      new Signal(
          "Invocations",
          "Invocations that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.AGENT_DURATION, Part.COUNT)), GenAi.AGENT) + " > 0",
          "",
          NO_AGENT);
  static final Signal AGENT_FAILED =
      new Signal(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.AGENT_DURATION, GenAi.AGENT),
          "",
          NO_AGENT);
  static final Signal AGENT_P95 =
      new Signal(
          "95 %",
          "95 % of the invocations took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.AGENT_DURATION, GenAi.AGENT),
          "",
          NO_AGENT);
  static final Signal MODEL_CALLS =
      perInvocation("Model calls each", "Model calls", GenAiMetrics.AGENT_INFERENCE_CALLS);
  static final Signal TOOL_CALLS =
      perInvocation("Tool calls each", "Tool calls", GenAiMetrics.AGENT_TOOL_CALLS);
  static final Signal AGENT_TOKENS =
      new Signal(
          "Tokens",
          "Input and output tokens in the time range.",
          Unit.AMOUNT,
          sum(counted(select(Metrics.TOKENS_USED, Signals.spent())), GenAi.AGENT) + " > 0",
          "",
          NO_AGENT);
  static final Signal TOOL_RUNS =
      new Signal(
          "Calls",
          "Tool calls that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.TOOL_DURATION, Part.COUNT)), GenAi.TOOL, GenAi.AGENT)
              + " > 0",
          "",
          NO_TOOL);
  static final Signal TOOL_FAILED =
      new Signal(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.TOOL_DURATION, GenAi.TOOL, GenAi.AGENT),
          "",
          NO_TOOL);
  static final Signal TOOL_P95 =
      new Signal(
          "95 %",
          "95 % of the calls took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.TOOL_DURATION, GenAi.TOOL, GenAi.AGENT),
          "",
          NO_TOOL);
  static final Signal TOKENS_BY_AGENT =
      new Signal(
          "Tokens per minute by agent",
          "Input and output tokens of each agent's model calls. An agent that loops shows as a"
              + " plateau that nothing ends.",
          Unit.AMOUNT,
          "60 * " + sum(rate(select(Metrics.TOKENS_USED, Signals.spent())), GenAi.AGENT),
          "{{gen_ai_agent_name}}",
          "No tokens in this time range");

  private WorkSignals() {}

  private static Signal handoffs(String name, String description, Metric metric) {
    return new Signal(name, description, Unit.COUNT, between(metric), "", NO_HANDOFF);
  }

  private static String between(Metric metric) {
    return sum(counted(select(metric)), Pitwall.HANDOFF_SOURCE, Pitwall.HANDOFF_TARGET);
  }

  private static Signal handoffTime(String name, String description, Metric metric) {
    return new Signal(
        name,
        description,
        Unit.SECONDS,
        quantile(0.95, metric, Pitwall.HANDOFF_SOURCE, Pitwall.HANDOFF_TARGET),
        "",
        NO_HANDOFF);
  }

  private static Signal perInvocation(String name, String what, Metric metric) {
    return new Signal(
        name,
        what + " that one invocation itself makes, on average.",
        Unit.MEAN,
        sum(counted(select(metric, Part.SUM)), GenAi.AGENT)
            + " / ("
            + sum(counted(select(metric, Part.COUNT)), GenAi.AGENT)
            + " > 0)",
        "",
        NO_AGENT);
  }
}
