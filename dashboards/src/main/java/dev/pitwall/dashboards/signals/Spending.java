package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.oneOf;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.orZeroOf;
import static dev.pitwall.dashboards.signals.Promql.perMinute;
import static dev.pitwall.dashboards.signals.Promql.rate;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;

/** Tokens, money and the models' windows. */
public final class Spending {

  private static final String NO_COST = "No priced model call in this time range";
  private static final String NO_TOKENS = "No tokens in this time range";
  private static final String NO_FILL = "No model call told how full its window was";
  private static final String SECONDS_AN_HOUR = "3600 * ";
  private static final Attribute[] LINE = {GenAi.WORKFLOW, GenAi.AGENT, GenAi.REQUEST_MODEL};

  public static final Signal COST =
      Signal.single(
          "Cost",
          "What the model calls in the time range cost by the price list. Calls of models without a"
              + " price are not in it.",
          Unit.MONEY,
          orZero(sum(counted(select(Metrics.COST)))),
          Runs.NO_SERVICE);
  public static final Signal COST_RATE =
      Signal.single(
          "Cost an hour",
          "What the model calls of an hour would cost at the pace of the last four export intervals.",
          Unit.MONEY,
          orZero(SECONDS_AN_HOUR + sum(rate(select(Metrics.COST)))),
          Runs.NO_SERVICE);
  public static final Signal TOKENS =
      Signal.single(
          "Tokens",
          "Input and output tokens of the model calls in the time range.",
          Unit.AMOUNT,
          orZero(sum(counted(select(Metrics.TOKENS_USED, bothWays())))),
          Runs.NO_SERVICE);
  public static final Signal TOKEN_RATE =
      Signal.single(
          "Tokens a minute",
          "Input and output tokens of all model calls that belong to a run.",
          Unit.AMOUNT,
          orZero(perMinute(select(Metrics.TOKENS_USED, bothWays()))),
          Runs.NO_SERVICE);
  public static final Signal FULLEST =
      Signal.single(
          "Fullest window",
          "Largest share of a model's window that a call read in the last minutes.",
          Unit.RATIO,
          max(select(Metrics.CONTEXT_UTILIZATION)),
          NO_FILL);
  public static final Signal UNPRICED =
      Signal.single(
          "Without a price",
          "Model calls in the time range whose model is not in the price list: the cost lacks them.",
          Unit.COUNT,
          orZero(sum(counted(select(Metrics.UNPRICED_CALLS)))),
          Runs.NO_SERVICE);
  public static final Signal RUNAWAY =
      Signal.single(
          "Runaway cost",
          "Open findings of runs that spend far more than they should.",
          Unit.COUNT,
          orZero(sum(select(Metrics.FINDINGS_OPEN, oneOf(Pitwall.FINDING_TYPE, "runaway_cost")))),
          Runs.NO_SERVICE);

  public static final Signal COST_BY_WORKFLOW = costBy("workflow", GenAi.WORKFLOW);
  public static final Signal COST_BY_MODEL = costBy("model", GenAi.REQUEST_MODEL);
  public static final Signal TOKENS_BY_AGENT =
      new Signal(
          "Tokens a minute by agent",
          "Input and output tokens of each agent's model calls. An agent that loops shows as a"
              + " plateau that nothing ends.",
          Unit.AMOUNT,
          perMinute(select(Metrics.TOKENS_USED, bothWays()), GenAi.AGENT),
          "{{gen_ai_agent_name}}",
          NO_TOKENS);
  public static final Signal TOKENS_BY_KIND =
      new Signal(
          "Tokens a minute by kind",
          "Cached and reasoning tokens are part of input and output: do not add them up.",
          Unit.AMOUNT,
          perMinute(select(Metrics.TOKENS_USED), GenAi.TOKEN_TYPE),
          "{{gen_ai_token_type}}",
          NO_TOKENS);
  public static final Signal FILL_BY_AGENT =
      new Signal(
          "How full the window is",
          "Largest share of the model's window that a call of the agent read. Near 100 % answers get"
              + " worse or are cut.",
          Unit.RATIO,
          max(select(Metrics.CONTEXT_UTILIZATION), GenAi.AGENT),
          "{{gen_ai_agent_name}}",
          NO_FILL);

  // One line for each workflow, agent and model.
  public static final Signal LINE_COST =
      Signal.single(
          "Cost",
          "By the price list, in the time range; 0 where the model has no price.",
          Unit.MONEY,
          orZeroOf(sum(counted(select(Metrics.COST)), LINE), lineTokens("input|output")),
          NO_TOKENS);
  public static final Signal LINE_INPUT =
      Signal.single(
          "Input", "Tokens read in the time range.", Unit.AMOUNT, lineTokens("input"), NO_TOKENS);
  public static final Signal LINE_OUTPUT =
      Signal.single(
          "Output",
          "Tokens written in the time range.",
          Unit.AMOUNT,
          lineTokens("output"),
          NO_TOKENS);
  public static final Signal LINE_CACHED =
      Signal.single(
          "From cache",
          "Share of the input that was read from a cache.",
          Unit.RATIO,
          Share.of(lineTokens("cache_read"), lineTokens("input")),
          NO_TOKENS);

  private Spending() {}

  /** The last three kinds of token are subsets of these two. */
  static String bothWays() {
    return oneOf(GenAi.TOKEN_TYPE, "input", "output");
  }

  private static String lineTokens(String kinds) {
    return sum(counted(select(Metrics.TOKENS_USED, oneOf(GenAi.TOKEN_TYPE, kinds))), LINE);
  }

  private static Signal costBy(String what, Attribute label) {
    return new Signal(
        "Cost an hour by " + what,
        "What an hour would cost at the pace of four export intervals, by the price list.",
        Unit.MONEY,
        SECONDS_AN_HOUR + sum(rate(select(Metrics.COST)), label),
        "{{" + label.label() + "}}",
        NO_COST);
  }
}
