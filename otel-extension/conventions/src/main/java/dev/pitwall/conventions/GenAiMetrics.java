package dev.pitwall.conventions;

import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;

/**
 * Standard GenAI metrics, in the generation of names that the OpenTelemetry agent itself still
 * emits.
 */
public final class GenAiMetrics {

  // emits.
  public static final Metric WORKFLOW_DURATION =
      histogram(
          "gen_ai.invoke_workflow.duration",
          "s",
          Buckets.WORKFLOW,
          "How long a workflow took.",
          GenAi.WORKFLOW,
          GenAi.ERROR_TYPE);
  public static final Metric AGENT_DURATION =
      histogram(
          "gen_ai.invoke_agent.duration",
          "s",
          Buckets.AGENT,
          "How long an agent's invocation took.",
          GenAi.AGENT,
          GenAi.REQUEST_MODEL,
          GenAi.ERROR_TYPE);
  public static final Metric AGENT_INFERENCE_CALLS =
      histogram(
          "gen_ai.invoke_agent.inference_calls",
          "{inference_call}",
          Buckets.CALLS,
          "Model calls that an agent's invocation itself made.",
          GenAi.AGENT);
  public static final Metric AGENT_TOOL_CALLS =
      histogram(
          "gen_ai.invoke_agent.tool_calls",
          "{tool_call}",
          Buckets.CALLS,
          "Tool calls that an agent's invocation itself made.",
          GenAi.AGENT);
  public static final Metric TOOL_DURATION =
      histogram(
          "gen_ai.execute_tool.duration",
          "s",
          Buckets.CLIENT_OPERATION,
          "How long a tool call took.",
          GenAi.TOOL,
          GenAi.AGENT,
          GenAi.TOOL_TYPE,
          GenAi.ERROR_TYPE);
  public static final Metric CLIENT_DURATION =
      histogram(
          "gen_ai.client.operation.duration",
          "s",
          Buckets.CLIENT_OPERATION,
          "How long a model call took.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL,
          GenAi.ERROR_TYPE);
  public static final Metric CLIENT_TOKENS =
      histogram(
          "gen_ai.client.token.usage",
          "{token}",
          Buckets.TOKENS,
          "Tokens of a model call.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL,
          GenAi.TOKEN_TYPE);

  private static final List<Metric> ALL =
      List.of(
          WORKFLOW_DURATION,
          AGENT_DURATION,
          AGENT_INFERENCE_CALLS,
          AGENT_TOOL_CALLS,
          TOOL_DURATION,
          CLIENT_DURATION,
          CLIENT_TOKENS);

  private GenAiMetrics() {}

  static List<Metric> all() {
    return ALL;
  }
}
