package dev.pitwall.agent.observe;

import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** A call of a tool. */
final class ToolCallOperation extends ObservedOperation<ToolResult> {

  private static final String FUNCTION = "function";
  // What a model makes up must not use up the values of a label.
  private static final String OTHER = "_OTHER";

  private static final String KIND = "tool call";
  private static final ContextKey<String> NAME = ContextKey.named("pitwall-tool");

  private final Surroundings surroundings;
  private final ToolRequest request;
  private final String argumentsHash;
  private final @Nullable Position position;
  private final long operation;
  private final long startedAt;

  private ToolCallOperation(
      Surroundings surroundings,
      Context context,
      ToolRequest request,
      String argumentsHash,
      @Nullable Position position) {
    super(KIND, surroundings, context);
    this.surroundings = surroundings;
    this.request = request;
    this.argumentsHash = argumentsHash;
    this.position = position;
    this.operation = position == null ? 0 : position.run().nextOperation();
    this.startedAt = surroundings.now();
  }

  /** Whether a call of this tool is the innermost operation. */
  static boolean isUnderWayOf(String tool) {
    return isUnderWay(KIND) && tool.equals(Context.current().get(NAME));
  }

  static ToolCallOperation start(Surroundings surroundings, ToolRequest request) {
    Position position = Position.current();
    String argumentsHash = surroundings.hash().of(request.arguments());
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder("execute_tool " + request.name())
            .setAttribute(GenAi.OPERATION.name(), "execute_tool")
            .setAttribute(GenAi.TOOL.name(), request.name())
            .setAttribute(GenAi.TOOL_TYPE.name(), FUNCTION);
    if (request.callId() != null) {
      builder.setAttribute(GenAi.TOOL_CALL_ID.name(), request.callId());
    }
    if (argumentsHash != null) {
      builder.setAttribute(Pitwall.TOOL_ARGUMENTS_HASH.name(), argumentsHash);
    }
    if (position != null) {
      position.describe(builder);
      if (position.agent() != null) {
        position.agent().toolCalls.incrementAndGet();
      }
    }
    ToolCallOperation call =
        new ToolCallOperation(
            surroundings,
            Context.current().with(builder.startSpan()).with(NAME, request.name()),
            request,
            argumentsHash == null ? "" : argumentsHash,
            position);
    call.begin();
    return call;
  }

  private void begin() {
    if (position != null) {
      OpenRun run = position.run();
      run.publish(
          new ToolStarted(
              run.id(),
              operation,
              position.operation(),
              position.agentName(),
              request.name(),
              argumentsHash,
              null,
              startedAt));
    }
  }

  @Override
  void finish(@Nullable ToolResult result, @Nullable String thrown) {
    String error = thrown == null && result != null ? result.error() : thrown;
    fail(error);
    String resultHash = result == null ? null : surroundings.hash().of(result.text());
    set(span(), Pitwall.OUTPUT_HASH, resultHash);
    String agent = position == null ? null : position.agentName();
    surroundings
        .instruments()
        .record(
            GenAiMetrics.TOOL_DURATION,
            seconds(),
            ToolResult.UNKNOWN_TOOL.equals(error) ? OTHER : request.name(),
            agent,
            FUNCTION,
            error);
    if (position != null) {
      position
          .run()
          .publish(
              new ToolEnded(
                  position.run().id(),
                  operation,
                  position.operation(),
                  agent,
                  request.name(),
                  argumentsHash,
                  resultHash,
                  error,
                  startedAt,
                  surroundings.now()));
    }
  }
}
