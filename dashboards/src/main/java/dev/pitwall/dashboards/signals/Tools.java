package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.quantileLately;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import dev.pitwall.dashboards.signals.Promql.Part;

/** The tools that agents call. */
public final class Tools {

  private static final String NO_TOOL = "No tool was called in this time range";

  public static final Signal FAILED_SHARE =
      Signal.single(
          "Failed tool calls",
          "Share of the tool calls in the time range that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.TOOL_DURATION),
          "No tool was called");
  public static final Signal CALLS =
      Signal.single(
          "Calls",
          "Tool calls that ended in the time range.",
          Unit.COUNT,
          sum(counted(select(GenAiMetrics.TOOL_DURATION, Part.COUNT)), GenAi.TOOL, GenAi.AGENT)
              + " > 0",
          NO_TOOL);
  public static final Signal FAILED =
      Signal.single(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.ofErrors(GenAiMetrics.TOOL_DURATION, GenAi.TOOL, GenAi.AGENT),
          NO_TOOL);
  public static final Signal P95 =
      Signal.single(
          "95 %",
          "95 % of the calls took no longer.",
          Unit.SECONDS,
          quantile(0.95, GenAiMetrics.TOOL_DURATION, GenAi.TOOL, GenAi.AGENT),
          NO_TOOL);
  public static final Signal P95_BY_TOOL =
      new Signal(
          "Tool calls, 95 %",
          "95 % of the calls took no longer. Estimated from histogram buckets. A point is one call: it leads to its trace.",
          Unit.SECONDS,
          quantileLately(0.95, GenAiMetrics.TOOL_DURATION, GenAi.TOOL),
          "{{gen_ai_tool_name}}",
          NO_TOOL);
  // Not a rate: of an error that is rare, a rate would miss the first, which is all there is.
  public static final Signal ERRORS =
      new Signal(
          "Tool errors",
          "Failed tool calls over four export intervals, by tool and kind of error.",
          Unit.COUNT,
          sum(
              lately(select(GenAiMetrics.TOOL_DURATION, Part.COUNT, Share.FAILED)),
              GenAi.TOOL,
              GenAi.ERROR_TYPE),
          "{{gen_ai_tool_name}}: {{error_type}}",
          "No tool call has failed in this time range");

  private Tools() {}
}
