package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.instrumentation.Property;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Reports a tool's execution, and what the framework makes of one that fails. */
public final class ToolHook {

  private static final String LIBRARY = "langchain4j-tool";
  private static final String UNNAMED = "_OTHER";

  private static final String TOOL_FAILED = "dev.langchain4j.exception.ToolExecutionException";
  private static final String ARGUMENTS_FAILED = "dev.langchain4j.exception.ToolArgumentsException";

  // The result's class changed from version to version: a text, a message, a result.
  private static final Property TEXT = new Property("resultText", "text");
  private static final Property IS_ERROR = new Property("isError");

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private ToolHook() {}

  /** A tool is executed; without a request there is nothing to tell. */
  public static @Nullable Object enter(@Nullable ToolExecutionRequest request) {
    if (request == null) {
      return null;
    }
    try {
      ToolExecution around = ToolExecution.current();
      boolean same = around != null && around.isOf(request);
      return ToolExecution.enter(
          request,
          same
              ? null
              : Bridge.observer()
                  .startToolCall(
                      new ToolRequest(name(request), request.id(), request.arguments())));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  // Whoever calls an executor by itself need not name the tool.
  private static String name(ToolExecutionRequest request) {
    String name = request.name();
    return name == null ? UNNAMED : name;
  }

  public static void exit(
      @Nullable Object entered, @Nullable Object result, @Nullable Throwable thrown) {
    if (entered instanceof ToolExecution execution) {
      execution.leave();
      if (thrown != null) {
        execution.failed(unwrapped(thrown));
      }
      if (execution.operation() != null) {
        execution.operation().end(describe(execution, result), null);
      }
    }
  }

  /**
   * The model asked for a tool that does not exist. It is told so, or the service throws, which
   * says no more about the tool.
   */
  public static void exitUnknown(@Nullable Object entered, @Nullable Object result) {
    if (entered instanceof ToolExecution execution) {
      execution.leave();
      if (execution.operation() != null) {
        execution.operation().end(new ToolResult(text(result), ToolResult.UNKNOWN_TOOL), null);
      }
    }
  }

  /** The tool's own method threw; what comes of it depends on the version and on settings. */
  public static void failed(Throwable thrown) {
    ToolExecution execution = ToolExecution.current();
    if (execution != null && thrown instanceof InvocationTargetException) {
      execution.failed(unwrapped(thrown));
    }
  }

  private static ToolResult describe(ToolExecution execution, @Nullable Object result) {
    Throwable failure = execution.failure();
    if (failure != null) {
      String type = failure.getClass().getName();
      // A tool in another process that says of itself that it failed.
      return new ToolResult(text(result), type.equals(TOOL_FAILED) ? ToolResult.TOOL_ERROR : type);
    }
    return new ToolResult(text(result), isError(result));
  }

  private static @Nullable String text(@Nullable Object result) {
    try {
      return result instanceof String text ? text : (String) TEXT.of(result);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  private static boolean isError(@Nullable Object result) {
    try {
      return Boolean.TRUE.equals(IS_ERROR.of(result));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return false;
    }
  }

  // What reflection and the framework wrap around a tool's exception says nothing about it.
  private static Throwable unwrapped(Throwable thrown) {
    Throwable inner = thrown;
    for (Throwable cause = inner.getCause();
        cause != null && isWrapper(inner, cause);
        cause = inner.getCause()) {
      inner = cause;
    }
    return inner;
  }

  // Where there was only a message, the framework makes up a cause to hold it.
  private static boolean isWrapper(Throwable thrown, Throwable cause) {
    String type = thrown.getClass().getName();
    return thrown instanceof InvocationTargetException
        || ((type.equals(TOOL_FAILED) || type.equals(ARGUMENTS_FAILED))
            && cause.getClass() != RuntimeException.class);
  }
}
