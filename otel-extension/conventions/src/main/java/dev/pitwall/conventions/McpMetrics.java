package dev.pitwall.conventions;

import static dev.pitwall.conventions.Metric.histogram;

import java.util.List;

/** Standard metrics of MCP clients. */
public final class McpMetrics {

  public static final Metric CLIENT_DURATION =
      histogram(
          "mcp.client.operation.duration",
          "s",
          Buckets.MCP,
          "How long a request of an MCP client took.",
          Mcp.METHOD,
          GenAi.TOOL,
          Mcp.PROMPT,
          Mcp.TRANSPORT,
          GenAi.ERROR_TYPE);

  private McpMetrics() {}

  static List<Metric> all() {
    return List.of(CLIENT_DURATION);
  }
}
