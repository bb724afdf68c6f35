package dev.pitwall.agent.observe;

import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.ModelRequest.Parameters;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.RequestAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model call's request and answer as attributes of its span. */
final class ModelSpan {

  private ModelSpan() {}

  static SpanBuilder builder(Tracer tracer, String operation, ModelRequest request) {
    String model = request.model();
    SpanBuilder builder =
        tracer
            .spanBuilder(model == null ? operation : operation + " " + model)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(GenAi.OPERATION.name(), operation)
            .setAttribute(GenAi.PROVIDER.name(), request.provider());
    if (model != null) {
      builder.setAttribute(GenAi.REQUEST_MODEL.name(), model);
    }
    if (request.streamed()) {
      builder.setAttribute(RequestAttributes.STREAM.name(), true);
    }
    parameters(builder, request.parameters());
    return builder;
  }

  private static void parameters(SpanBuilder builder, Parameters parameters) {
    number(builder, RequestAttributes.MAX_TOKENS, parameters.maxTokens());
    number(builder, RequestAttributes.TEMPERATURE, parameters.temperature());
    number(builder, RequestAttributes.TOP_P, parameters.topP());
    number(builder, RequestAttributes.TOP_K, parameters.topK());
    number(builder, RequestAttributes.FREQUENCY_PENALTY, parameters.frequencyPenalty());
    number(builder, RequestAttributes.PRESENCE_PENALTY, parameters.presencePenalty());
    number(builder, RequestAttributes.SEED, parameters.seed());
    if (!parameters.stopSequences().isEmpty()) {
      builder.setAttribute(
          AttributeKey.stringArrayKey(RequestAttributes.STOP_SEQUENCES.name()),
          parameters.stopSequences());
    }
    if (parameters.json()) {
      builder.setAttribute(RequestAttributes.OUTPUT_TYPE.name(), "json");
    }
  }

  static void describe(Span span, ModelReply reply) {
    ObservedOperation.set(span, GenAi.RESPONSE_ID, reply.id());
    ObservedOperation.set(span, GenAi.RESPONSE_MODEL, reply.model());
    if (reply.finishReason() != null) {
      span.setAttribute(
          AttributeKey.stringArrayKey(GenAi.FINISH_REASONS.name()), List.of(reply.finishReason()));
    }
    if (reply.firstChunkSeconds() != null) {
      span.setAttribute(GenAi.TIME_TO_FIRST_CHUNK.name(), reply.firstChunkSeconds());
    }
    Usage usage = reply.usage();
    if (usage != null) {
      tokens(span, GenAi.INPUT_TOKENS, usage.input());
      tokens(span, GenAi.OUTPUT_TOKENS, usage.output());
      tokens(span, GenAi.CACHE_READ_TOKENS, usage.cacheRead());
      tokens(span, GenAi.CACHE_WRITE_TOKENS, usage.cacheWrite());
      tokens(span, GenAi.REASONING_TOKENS, usage.reasoning());
    }
  }

  private static void tokens(Span span, Attribute attribute, @Nullable Integer tokens) {
    if (tokens != null) {
      span.setAttribute(attribute.name(), (long) tokens);
    }
  }

  private static void number(SpanBuilder builder, Attribute attribute, @Nullable Number value) {
    if (value instanceof Double real) {
      builder.setAttribute(attribute.name(), real);
    } else if (value != null) {
      builder.setAttribute(attribute.name(), value.longValue());
    }
  }
}
