package dev.pitwall.agent.observe;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.McpRequest;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Mcp;
import dev.pitwall.conventions.McpMetrics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of an MCP client. The call of a tool that already has its span adds to that one instead
 * of making another, as the conventions say.
 */
final class McpCallOperation extends ObservedOperation<ToolResult> {

  private static final String PING = "ping";

  private final Surroundings surroundings;
  private final McpRequest request;

  private McpCallOperation(Surroundings surroundings, Context context, McpRequest request) {
    super("mcp", surroundings, context);
    this.surroundings = surroundings;
    this.request = request;
  }

  static Operation<ToolResult> start(Surroundings surroundings, McpRequest request) {
    if (request.tool() != null && ToolCallOperation.isUnderWayOf(request.tool())) {
      Span tool = Span.current();
      set(tool, Mcp.METHOD, request.method());
      set(tool, Mcp.TRANSPORT, request.transport());
      return new McpToolCall(surroundings, request);
    }
    // Health checks that nobody asked for would be traces of their own, all day long.
    if (request.method().equals(PING) && !Span.current().getSpanContext().isValid()) {
      return Operation.none();
    }
    return new McpCallOperation(
        surroundings, Context.current().with(span(surroundings, request)), request);
  }

  private static Span span(Surroundings surroundings, McpRequest request) {
    String target = request.tool() == null ? request.prompt() : request.tool();
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder(target == null ? request.method() : request.method() + " " + target)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(Mcp.METHOD.name(), request.method());
    if (request.tool() != null) {
      builder
          .setAttribute(GenAi.OPERATION.name(), "execute_tool")
          .setAttribute(GenAi.TOOL.name(), request.tool());
    }
    if (request.prompt() != null) {
      builder.setAttribute(Mcp.PROMPT.name(), request.prompt());
    }
    if (request.transport() != null) {
      builder.setAttribute(Mcp.TRANSPORT.name(), request.transport());
    }
    Position position = Position.current();
    if (position != null) {
      position.describe(builder);
    }
    return builder.startSpan();
  }

  /** What a request carries so that the server's work becomes part of the same trace. */
  static Map<String, String> traceContext() {
    Map<String, String> carrier = new LinkedHashMap<>();
    // Baggage stays: what the application keeps there is not ours to hand to a server.
    W3CTraceContextPropagator.getInstance()
        .inject(Context.current(), carrier, (map, key, value) -> map.put(key, value));
    return carrier;
  }

  @Override
  void finish(@Nullable ToolResult result, @Nullable String thrown) {
    String error = thrown == null && result != null ? result.error() : thrown;
    fail(error);
    record(surroundings, request, seconds(), error);
  }

  private static void record(
      Surroundings surroundings, McpRequest request, double seconds, @Nullable String error) {
    surroundings
        .instruments()
        .record(
            McpMetrics.CLIENT_DURATION,
            seconds,
            request.method(),
            request.tool(),
            request.prompt(),
            request.transport(),
            error);
  }

  /** The call of a tool that has its span. */
  private static final class McpToolCall implements Operation<ToolResult> {

    private final Surroundings surroundings;
    private final McpRequest request;
    private final long startNanos = System.nanoTime();

    McpToolCall(Surroundings surroundings, McpRequest request) {
      this.surroundings = surroundings;
      this.request = request;
    }

    @Override
    public void end(@Nullable ToolResult result, @Nullable Throwable thrown) {
      String error = result == null ? null : result.error();
      record(
          surroundings,
          request,
          (System.nanoTime() - startNanos) / 1e9,
          thrown == null ? error : thrown.getClass().getName());
    }

    @Override
    public void detach() {}

    @Override
    public Activation activate() {
      return Activation.none();
    }

    @Override
    public Activation activateCaller() {
      return Activation.none();
    }
  }
}
