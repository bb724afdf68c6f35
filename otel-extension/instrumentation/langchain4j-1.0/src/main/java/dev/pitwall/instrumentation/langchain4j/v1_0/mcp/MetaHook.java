package dev.pitwall.instrumentation.langchain4j.v1_0.mcp;

import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpClientNotification;
import dev.langchain4j.mcp.protocol.McpClientParams;
import dev.langchain4j.mcp.protocol.McpClientRequest;
import dev.pitwall.bridge.Bridge;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the trace into {@code params._meta}, beside what the application has put there. */
public final class MetaHook {

  private static final String TRACE_PARENT = "traceparent";

  private MetaHook() {}

  public static void sending(McpClientMessage message) {
    try {
      Map<String, String> trace = Bridge.observer().traceContext();
      if (trace.isEmpty()) {
        return;
      }
      if (message instanceof McpClientRequest request) {
        McpClientParams params = request.getParams();
        if (params == null) {
          params = new McpClientParams();
          request.setParams(params);
        }
        add(params, trace);
      } else if (message instanceof McpClientNotification notification) {
        McpClientParams params = notification.getParams();
        // One without any is sent as it is: servers may insist.
        if (params != null) {
          add(params, trace);
        }
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(McpHook.LIBRARY, t);
    }
  }

  private static void add(McpClientParams params, Map<String, String> trace) {
    @Nullable Map<String, Object> given = params.getMeta();
    if (given != null && given.containsKey(TRACE_PARENT)) {
      return;
    }
    Map<String, Object> meta = given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
    trace.forEach(meta::putIfAbsent);
    params.setMeta(meta);
  }
}
