package dev.pitwall.conventions;

import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Standard GenAI metrics. Those of model calls exist in two generations of names, of which a
 * process emits one: the legacy one is what the OpenTelemetry agent itself still emits.
 */
public final class GenAiMetrics {

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
          "How long a model call or a retrieval took; in the latest generation not that of inference.",
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
          "Tokens of a model call; legacy.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL,
          GenAi.TOKEN_TYPE);
  public static final Metric CLIENT_FIRST_CHUNK =
      histogram(
          "gen_ai.client.operation.time_to_first_chunk",
          "s",
          Buckets.CLIENT_OPERATION,
          "From the call to the first chunk of a streamed answer; legacy.",
          GenAi.OPERATION,
          GenAi.PROVIDER,
          GenAi.REQUEST_MODEL,
          GenAi.RESPONSE_MODEL);

  private static final List<Metric> ALL =
      List.of(
          WORKFLOW_DURATION,
          AGENT_DURATION,
          AGENT_INFERENCE_CALLS,
          AGENT_TOOL_CALLS,
          TOOL_DURATION,
          CLIENT_DURATION,
          CLIENT_TOKENS,
          CLIENT_FIRST_CHUNK);

  private GenAiMetrics() {}

  static List<Metric> all() {
    return Stream.concat(ALL.stream(), InferenceMetrics.all().stream()).toList();
  }
}
