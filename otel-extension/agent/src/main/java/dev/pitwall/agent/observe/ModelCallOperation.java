package dev.pitwall.agent.observe;

import dev.pitwall.agent.telemetry.ModelCall;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.Usage;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A call of a model. Only chats are steps of a run; of the others it knows the tokens. */
final class ModelCallOperation extends ObservedOperation<ModelReply> {

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
    super(name(request.kind()), surroundings, context);
    this.surroundings = surroundings;
    this.request = request;
    this.position = position;
    this.operation = position == null ? 0 : position.run().nextOperation();
    this.startedAt = surroundings.now();
  }

  /** What the conventions call a call of this kind. */
  static String name(Kind kind) {
    return switch (kind) {
      case CHAT -> "chat";
      case EMBEDDINGS -> "embeddings";
      // The conventions have no name for it, and leave room for others.
      case MODERATION -> "moderation";
    };
  }

  static ModelCallOperation start(Surroundings surroundings, ModelRequest request) {
    Position position = Position.current();
    SpanBuilder builder = ModelSpan.builder(surroundings.tracer(), name(request.kind()), request);
    if (position != null) {
      position.describe(builder);
    }
    ModelCallOperation call =
        new ModelCallOperation(
            surroundings, Context.current().with(builder.startSpan()), request, position);
    if (position != null && request.kind() == Kind.CHAT) {
      call.begin(position);
    }
    return call;
  }

  private void begin(Position position) {
    if (position.agent() != null) {
      position.agent().modelCalls.incrementAndGet();
    }
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

  @Override
  void finish(@Nullable ModelReply reply, @Nullable String error) {
    fail(error);
    if (reply != null) {
      ModelSpan.describe(span(), reply);
    }
    String answered = reply == null ? null : reply.model();
    ModelReply.Usage usage = reply == null ? null : reply.usage();
    surroundings
        .modelCalls()
        .record(
            new ModelCall(
                name(request.kind()),
                request.provider(),
                request.model(),
                answered,
                usage,
                reply == null ? null : reply.firstChunkSeconds(),
                seconds(),
                error));
    // A chat that failed may have cost nothing; any other one has cost tokens. Models of other
    // kinds often run in the process itself and never tell.
    if (usage == null && error == null && request.kind() == Kind.CHAT) {
      surroundings.instruments().add(Metrics.USAGE_MISSING, 1, request.provider(), request.model());
    }
    Usage priced =
        surroundings.prices().price(request.provider(), answered, request.model(), usage(usage));
    surroundings
        .spending()
        .add(
            position == null ? null : position.run().workflow(),
            position == null ? null : position.agentName(),
            request.model(),
            priced,
            surroundings.now());
    if (position != null) {
      report(position, priced, error);
    }
  }

  private void report(Position position, Usage usage, @Nullable String error) {
    OpenRun run = position.run();
    if (request.kind() != Kind.CHAT) {
      run.telemetry().tokens(position.agentName(), request.model(), usage);
      return;
    }
    run.publish(
        new ModelEnded(
            run.id(),
            operation,
            position.operation(),
            position.agentName(),
            request.model(),
            usage,
            error,
            startedAt,
            surroundings.now()));
  }

  private static Usage usage(ModelReply.@Nullable Usage usage) {
    return usage == null
        ? Usage.UNKNOWN
        : new Usage(
            usage.input(),
            usage.output(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.reasoning(),
            null,
            null,
            false);
  }
}
