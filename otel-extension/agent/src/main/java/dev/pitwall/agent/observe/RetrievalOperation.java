package dev.pitwall.agent.observe;

import dev.pitwall.bridge.RetrievalRequest;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A search for content. */
final class RetrievalOperation extends ObservedOperation<Object> {

  static final String NAME = "retrieval";

  private final Surroundings surroundings;

  private RetrievalOperation(Surroundings surroundings, Context context) {
    super(NAME, surroundings, context);
    this.surroundings = surroundings;
  }

  static RetrievalOperation start(Surroundings surroundings, RetrievalRequest request) {
    String source = request.dataSource();
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder(source == null ? NAME : NAME + " " + source)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(GenAi.OPERATION.name(), NAME);
    if (source != null) {
      builder.setAttribute(GenAi.DATA_SOURCE_ID.name(), source);
    }
    if (request.topK() != null) {
      builder.setAttribute(GenAi.RETRIEVAL_TOP_K.name(), (long) request.topK());
    }
    Position position = Position.current();
    if (position != null) {
      position.describe(builder);
    }
    return new RetrievalOperation(surroundings, Context.current().with(builder.startSpan()));
  }

  @Override
  void finish(@Nullable Object result, @Nullable String error) {
    fail(error);
    surroundings
        .instruments()
        .record(GenAiMetrics.CLIENT_DURATION, seconds(), NAME, null, null, null, error);
  }
}
