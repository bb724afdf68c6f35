package dev.pitwall.agent.observe;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An agent's invocation. One outside of any run is a run of its own. */
final class AgentOperation extends ObservedOperation<Object> {

  private final Surroundings surroundings;
  private final AgentStart start;
  private final OpenRun run;
  private final boolean outermost;
  private final AgentFrame frame;
  private final long parent;
  private final @Nullable HandoffWork handoff;

  private AgentOperation(
      Surroundings surroundings,
      Context context,
      AgentStart start,
      OpenRun run,
      boolean outermost,
      AgentFrame frame,
      long parent,
      @Nullable HandoffWork handoff) {
    super("agent", surroundings, context);
    this.surroundings = surroundings;
    this.start = start;
    this.run = run;
    this.outermost = outermost;
    this.frame = frame;
    this.parent = parent;
    this.handoff = handoff;
  }

  static AgentOperation start(
      Surroundings surroundings, @Nullable Position position, AgentStart start) {
    String runId = position == null ? Runs.newId() : position.run().id();
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder("invoke_agent " + start.name())
            .setAttribute(GenAi.OPERATION.name(), "invoke_agent")
            .setAttribute(GenAi.AGENT.name(), start.name())
            .setAttribute(Pitwall.RUN_ID.name(), runId);
    if (start.description() != null && !start.description().isEmpty()) {
      builder.setAttribute(GenAi.AGENT_DESCRIPTION.name(), start.description());
    }
    Span span = builder.startSpan();
    OpenRun run =
        position == null
            ? surroundings.runs().start(runId, start.name(), span.getSpanContext())
            : position.run();
    HandoffWork handoff = HandoffWork.accept(surroundings, position, start.key(), span);
    AgentFrame frame =
        new AgentFrame(start.name(), run.nextOperation(), start.role() == Role.MEMBER);
    long parent = position == null ? 0 : position.operation();
    run.publish(
        new AgentStarted(run.id(), frame.operation, parent, frame.name, surroundings.now()));
    Position inside =
        new Position(run, position == null ? null : position.workflow(), frame, frame.operation);
    return new AgentOperation(
        surroundings,
        Context.current().with(span).with(inside),
        start,
        run,
        position == null,
        frame,
        parent,
        handoff);
  }

  @Override
  void finish(@Nullable Object result, @Nullable String error) {
    fail(error);
    long now = surroundings.now();
    String hash = surroundings.hash().of(result);
    set(span(), Pitwall.OUTPUT_HASH, hash);
    run.publish(new AgentEnded(run.id(), frame.operation, parent, frame.name, hash, error, now));
    if (handoff != null) {
      handoff.end(error);
    }
    if (result != null && start.outputKey() != null) {
      Artifacts.write(surroundings, run, parent, frame.name, start.outputKey(), result);
    }
    surroundings.instruments().record(Metrics.AGENT_DURATION, seconds(), frame.name, null, error);
    surroundings
        .instruments()
        .record(Metrics.AGENT_INFERENCE_CALLS, frame.modelCalls.get(), frame.name);
    surroundings.instruments().record(Metrics.AGENT_TOOL_CALLS, frame.toolCalls.get(), frame.name);
    if (outermost) {
      surroundings.runs().end(run, error);
    }
  }
}
