package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.mean;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.perMinute;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.quantileLately;
import static dev.pitwall.dashboards.signals.Promql.rate;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import dev.pitwall.dashboards.signals.Promql.Part;

/** Who does the work, one by one and together. The standard agent metrics carry no workflow. */
public final class Agents {

  private static final String NO_AGENT = "No agent has worked in this time range";
  private static final String NAME = "{{gen_ai_agent_name}}";

  // The team.
  public static final Signal ACTIVE =
      Signal.single(
          "At work now",
          "Invocations of agents that are under way.",
          Unit.COUNT,
          orZero(sum(select(Metrics.AGENTS_ACTIVE))),
          Runs.NO_SERVICE);
  public static final Signal ALL_INVOCATIONS =
      Signal.single(
          "Invocations",
          "Invocations that ended in the time range.",
          Unit.COUNT,
          orZero(sum(counted(select(GenAiMetrics.AGENT_DURATION, Part.COUNT)))),
          Runs.NO_SERVICE);
  public static final Signal ALL_FAILED =
      Signal.single(
          "Failed invocations",
          "Share of the invocations in the time range that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.AGENT_DURATION),
          "No agent has worked");
  public static final Signal ALL_P95 =
      Signal.single(
          "Invocation 95 %",
          "95 % of the invocations in the time range took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.AGENT_DURATION),
          "No agent has worked");
  public static final Signal ACTIVE_BY_AGENT =
      new Signal(
          "Who is at work",
          "Invocations under way, by agent. Many of one agent while others are idle is a bottleneck"
              + " or a plan that does not share the work.",
          Unit.COUNT,
          sum(select(Metrics.AGENTS_ACTIVE), GenAi.AGENT),
          NAME,
          NO_AGENT);
  public static final Signal BUSY_BY_AGENT =
      new Signal(
          "Share of time at work",
          "Time that each agent's ended invocations took, in each second: 1 is one invocation all"
              + " the time.",
          Unit.MEAN,
          sum(rate(select(GenAiMetrics.AGENT_DURATION, Part.SUM)), GenAi.AGENT),
          NAME,
          NO_AGENT);

  // One line an agent.
  public static final Signal INVOCATIONS =
      Signal.single(
          "Invocations",
          "Invocations that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.AGENT_DURATION, Part.COUNT)), GenAi.AGENT) + " > 0",
          NO_AGENT);
  public static final Signal FAILED =
      Signal.single(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.AGENT_DURATION, GenAi.AGENT),
          NO_AGENT);
  public static final Signal P95 =
      Signal.single(
          "95 %",
          "95 % of the invocations took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.AGENT_DURATION, GenAi.AGENT),
          NO_AGENT);
  public static final Signal MODEL_CALLS =
      perInvocation("Model calls each", "Model calls", GenAiMetrics.AGENT_INFERENCE_CALLS);
  public static final Signal TOOL_CALLS =
      perInvocation("Tool calls each", "Tool calls", GenAiMetrics.AGENT_TOOL_CALLS);
  public static final Signal TOKENS =
      Signal.single(
          "Tokens",
          "Input and output tokens in the time range.",
          Unit.AMOUNT,
          sum(counted(select(Metrics.TOKENS_USED, Spending.bothWays())), GenAi.AGENT) + " > 0",
          NO_AGENT);

  // One agent over time.
  public static final Signal ENDED =
      new Signal(
          "all",
          "Invocations that ended, over four export intervals.",
          Unit.COUNT,
          sum(lately(select(GenAiMetrics.AGENT_DURATION, Part.COUNT))),
          "all",
          NO_AGENT);
  public static final Signal FAILURES =
      new Signal(
          "failed",
          "Those that ended in an error.",
          Unit.COUNT,
          sum(lately(select(GenAiMetrics.AGENT_DURATION, Part.COUNT, Share.FAILED))),
          "failed",
          NO_AGENT);
  public static final Signal MEDIAN_OVER_TIME = overTime("50 %", 0.5);
  public static final Signal P95_OVER_TIME = overTime("95 %", 0.95);
  public static final Signal TOKENS_OVER_TIME =
      new Signal(
          "Tokens a minute",
          "Input and output tokens of the agent's model calls.",
          Unit.AMOUNT,
          perMinute(select(Metrics.TOKENS_USED), GenAi.TOKEN_TYPE),
          "{{gen_ai_token_type}}",
          "No tokens in this time range");

  private Agents() {}

  private static Signal overTime(String name, double quantile) {
    return new Signal(
        name,
        "Of the invocations that ended.",
        Unit.SECONDS,
        quantileLately(quantile, GenAiMetrics.AGENT_DURATION),
        name,
        NO_AGENT);
  }

  private static Signal perInvocation(String name, String what, Metric metric) {
    return Signal.single(
        name,
        what + " that one invocation itself makes, on average.",
        Unit.MEAN,
        mean(metric, GenAi.AGENT),
        NO_AGENT);
  }
}
