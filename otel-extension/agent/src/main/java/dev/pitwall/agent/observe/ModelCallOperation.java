package dev.pitwall.agent.observe;

import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.Usage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model. A model that calls another one, such as a fallback or a router, is one call.
 */
final class ModelCallOperation extends ObservedOperation<ModelReply> {

  private static final String CHAT = "chat";
  private static final ContextKey<Boolean> UNDER_WAY = ContextKey.named("pitwall-model-call");

  private final Surroundings surroundings;
  private final ModelRequest request;
  private final @Nullable Position position;
  private final long operation;
  private final long startedAt;

  private ModelCallOperation(
      Surroundings surroundings,
      Context context,
      ModelRequest request,
      @Nullable Position position) {
    super("model call", surroundings, context);
    this.surroundings = surroundings;
    this.request = request;
    this.position = position;
    this.operation = position == null ? 0 : position.run().nextOperation();
    this.startedAt = surroundings.now();
  }

  static boolean isUnderWay() {
    return Boolean.TRUE.equals(Context.current().get(UNDER_WAY));
  }

  static ModelCallOperation start(Surroundings surroundings, ModelRequest request) {
    Position position = Position.current();
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder(request.model() == null ? CHAT : CHAT + " " + request.model())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(GenAi.OPERATION.name(), CHAT)
            .setAttribute(GenAi.PROVIDER.name(), request.provider());
    if (request.model() != null) {
      builder.setAttribute(GenAi.REQUEST_MODEL.name(), request.model());
    }
    if (request.maxTokens() != null) {
      builder.setAttribute("gen_ai.request.max_tokens", (long) request.maxTokens());
    }
    if (request.temperature() != null) {
      builder.setAttribute("gen_ai.request.temperature", request.temperature());
    }
    if (position != null) {
      builder.setAttribute(Pitwall.RUN_ID.name(), position.run().id());
      if (position.agent() != null) {
        builder.setAttribute(GenAi.AGENT.name(), position.agent().name);
        position.agent().modelCalls.incrementAndGet();
      }
    }
    ModelCallOperation call =
        new ModelCallOperation(
            surroundings,
            Context.current().with(builder.startSpan()).with(UNDER_WAY, true),
            request,
            position);
    call.begin();
    return call;
  }

  private void begin() {
    if (position != null) {
      OpenRun run = position.run();
      run.publish(
          new ModelStarted(
              run.id(),
              operation,
              position.operation(),
              position.agentName(),
              request.model(),
              startedAt));
    }
  }

  @Override
  void finish(@Nullable ModelReply reply, @Nullable String error) {
    fail(error);
    String answered = reply == null ? null : reply.model();
    Integer input = reply == null ? null : reply.inputTokens();
    Integer output = reply == null ? null : reply.outputTokens();
    if (reply != null) {
      describe(reply);
    }
    surroundings
        .instruments()
        .record(
            GenAiMetrics.CLIENT_DURATION,
            seconds(),
            CHAT,
            request.provider(),
            request.model(),
            answered,
            error);
    tokens(answered, "input", input);
    tokens(answered, "output", output);
    if (position != null) {
      position
          .run()
          .publish(
              new ModelEnded(
                  position.run().id(),
                  operation,
                  position.operation(),
                  position.agentName(),
                  request.model(),
                  Usage.of(input, output),
                  error,
                  startedAt,
                  surroundings.now()));
    }
  }

  private void describe(ModelReply reply) {
    set(span(), GenAi.RESPONSE_ID, reply.id());
    set(span(), GenAi.RESPONSE_MODEL, reply.model());
    if (reply.finishReason() != null) {
      span()
          .setAttribute(
              AttributeKey.stringArrayKey(GenAi.FINISH_REASONS.name()),
              List.of(reply.finishReason()));
    }
    if (reply.inputTokens() != null) {
      span().setAttribute(GenAi.INPUT_TOKENS.name(), (long) reply.inputTokens());
    }
    if (reply.outputTokens() != null) {
      span().setAttribute(GenAi.OUTPUT_TOKENS.name(), (long) reply.outputTokens());
    }
  }

  private void tokens(@Nullable String answered, String type, @Nullable Integer tokens) {
    if (tokens != null) {
      surroundings
          .instruments()
          .record(
              GenAiMetrics.CLIENT_TOKENS,
              tokens,
              CHAT,
              request.provider(),
              request.model(),
              answered,
              type);
    }
  }
}
