package dev.pitwall.agent.observe;

import dev.pitwall.agent.observe.WorkflowFrame.Offer;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An orchestration: the outermost one is a run. */
final class WorkflowOperation extends ObservedOperation<Object> {

  private final Surroundings surroundings;
  private final OpenRun run;
  private final boolean outermost;
  private final WorkflowFrame frame;
  private final long parent;
  private final @Nullable HandoffWork handoff;

  private WorkflowOperation(
      Surroundings surroundings,
      Context context,
      OpenRun run,
      boolean outermost,
      WorkflowFrame frame,
      long parent,
      @Nullable HandoffWork handoff) {
    super("workflow", surroundings, context);
    this.surroundings = surroundings;
    this.run = run;
    this.outermost = outermost;
    this.frame = frame;
    this.parent = parent;
    this.handoff = handoff;
  }

  static WorkflowOperation start(Surroundings surroundings, WorkflowStart start) {
    Position position = Position.current();
    String runId = position == null ? Runs.newId() : position.run().id();
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder("invoke_workflow " + start.name())
            .setAttribute(GenAi.OPERATION.name(), "invoke_workflow")
            .setAttribute(GenAi.WORKFLOW.name(), start.name())
            .setAttribute(Pitwall.RUN_ID.name(), runId);
    if (start.conversation() != null) {
      builder.setAttribute(GenAi.CONVERSATION_ID.name(), start.conversation());
    }
    Span span = builder.startSpan();
    OpenRun run =
        position == null
            ? surroundings.runs().start(runId, start.name(), span.getSpanContext())
            : position.run();
    HandoffWork handoff = HandoffWork.accept(surroundings, position, start.key(), span);
    WorkflowFrame frame = new WorkflowFrame(start.name(), run.nextOperation());
    long parent = position == null ? 0 : position.operation();
    run.publish(
        new WorkflowStarted(
            run.id(), frame.operation, parent, start.name(), shape(start), surroundings.now()));
    Position inside = new Position(run, frame, null, frame.operation);
    return new WorkflowOperation(
        surroundings,
        Context.current().with(span).with(inside),
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
    for (Offer offer : frame.remaining()) {
      run.publish(new HandoffRejected(run.id(), offer.id(), offer.source(), offer.target(), now));
    }
    run.publish(new WorkflowEnded(run.id(), frame.operation, parent, frame.name, error, now));
    if (handoff != null) {
      handoff.end(error);
    }
    surroundings.instruments().record(Metrics.WORKFLOW_DURATION, seconds(), frame.name, error);
    if (outermost) {
      surroundings.runs().end(run, error);
    }
  }

  private static Shape shape(WorkflowStart start) {
    return new Shape(
        Shape.Kind.valueOf(start.topology().name()), start.members(), start.maxIterations());
  }
}
