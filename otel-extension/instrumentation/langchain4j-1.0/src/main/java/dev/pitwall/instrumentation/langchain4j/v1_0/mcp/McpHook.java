package dev.pitwall.instrumentation.langchain4j.v1_0.mcp;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.McpRequest;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolResult;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reports the client's requests. */
public final class McpHook {

  static final String LIBRARY = "langchain4j-mcp";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private McpHook() {}

  public static @Nullable Object enterTool(
      ToolExecutionRequest request, @Nullable McpTransport transport) {
    try {
      return start("tools/call", request.name(), null, transport);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  /**
   * The client answers a time that has run out with a text of its own, and a tool's error with an
   * exception that has no code.
   *
   * @param late that text
   */
  public static void exitTool(
      @Nullable Object operation,
      @Nullable String late,
      @Nullable ToolExecutionResult result,
      @Nullable Throwable thrown) {
    ToolResult report = null;
    Throwable error = thrown;
    try {
      if (thrown instanceof ToolExecutionException failure && failure.errorCode() == null) {
        report = new ToolResult(null, true);
        error = null;
      } else if (result != null && late != null && late.equals(result.resultText())) {
        error = new TimeoutException();
      } else if (result != null) {
        report = new ToolResult(null, result.isError());
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
    end(operation, report, error);
  }

  public static @Nullable Object enterPrompt(String prompt, @Nullable McpTransport transport) {
    return start("prompts/get", null, prompt, transport);
  }

  /** The method of the client tells that of the protocol. */
  public static @Nullable Object enter(String method, @Nullable McpTransport transport) {
    return start(
        switch (method) {
          case "initialize" -> "initialize";
          case "checkHealth" -> "ping";
          case "obtainToolList" -> "tools/list";
          case "obtainPromptList" -> "prompts/list";
          case "obtainResourceList" -> "resources/list";
          case "obtainResourceTemplateList" -> "resources/templates/list";
          case "readResource" -> "resources/read";
          default -> method;
        },
        null,
        null,
        transport);
  }

  public static void exit(@Nullable Object operation, @Nullable Throwable thrown) {
    end(operation, null, thrown);
  }

  private static @Nullable Object start(
      String method,
      @Nullable String tool,
      @Nullable String prompt,
      @Nullable McpTransport transport) {
    try {
      return Bridge.observer()
          .startMcpRequest(new McpRequest(method, tool, prompt, kind(transport)));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static void end(
      @Nullable Object operation, @Nullable ToolResult result, @Nullable Throwable thrown) {
    if (operation != null) {
      ((Operation<ToolResult>) operation).end(result, thrown);
    }
  }

  // Transports of the application's own are of a kind that only it knows.
  private static @Nullable String kind(@Nullable McpTransport transport) {
    String type = transport == null ? "" : transport.getClass().getName();
    if (!type.startsWith("dev.langchain4j.mcp.client.transport.")) {
      return null;
    }
    return type.endsWith("StdioMcpTransport") ? "pipe" : "tcp";
  }
}
