package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import org.jspecify.annotations.Nullable;

/** Reports a tool's execution. */
public final class ToolHook {

  private static final String LIBRARY = "langchain4j-tool";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private ToolHook() {}

  public static @Nullable Object enter(ToolExecutionRequest request) {
    try {
      return Bridge.observer()
          .startToolCall(new ToolRequest(request.name(), request.id(), request.arguments()));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  public static void exit(
      @Nullable Object operation,
      @Nullable ToolExecutionResult result,
      @Nullable Throwable thrown) {
    if (operation == null) {
      return;
    }
    ToolResult report = null;
    try {
      report = result == null ? null : new ToolResult(result.resultText(), result.isError());
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
    ((Operation<ToolResult>) operation).end(report, thrown);
  }
}
