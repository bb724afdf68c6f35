package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolResult;
import org.jspecify.annotations.Nullable;

/**
 * A tool's execution that is under way on this thread: the framework's method that handles errors
 * calls an executor, which may call another one, all with the same request. Only the outermost has
 * an operation.
 */
final class ToolExecution {

  private static final ThreadLocal<@Nullable ToolExecution> current = new ThreadLocal<>();

  private final ToolExecutionRequest request;
  private final @Nullable Operation<ToolResult> operation;
  private final @Nullable ToolExecution around;
  private @Nullable Throwable failure;

  private ToolExecution(
      ToolExecutionRequest request,
      @Nullable Operation<ToolResult> operation,
      @Nullable ToolExecution around) {
    this.request = request;
    this.operation = operation;
    this.around = around;
  }

  static @Nullable ToolExecution current() {
    return current.get();
  }

  /** Whether this request is being executed already; by identity, tools may call themselves. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(ToolExecutionRequest other) {
    return request == other;
  }

  static ToolExecution enter(
      ToolExecutionRequest request, @Nullable Operation<ToolResult> operation) {
    ToolExecution entered = new ToolExecution(request, operation, current.get());
    entered.begin();
    current.set(entered);
    return entered;
  }

  void leave() {
    if (around == null) {
      current.remove();
    } else {
      current.set(around);
    }
  }

  // Whoever executes a tool again has forgotten how it failed before.
  private void begin() {
    if (operation == null && around != null) {
      around.begin();
    } else {
      failure = null;
    }
  }

  /**
   * The tool threw; whoever called it may turn that into an answer for the model or into another
   * exception, which says less.
   */
  void failed(Throwable error) {
    if (operation == null && around != null) {
      around.failed(error);
    } else if (failure == null) {
      failure = error;
    }
  }

  @Nullable Throwable failure() {
    return failure;
  }

  @Nullable Operation<ToolResult> operation() {
    return operation;
  }
}
