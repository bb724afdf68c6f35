package dev.pitwall.agent.observe;

import dev.pitwall.agent.observe.WorkflowFrame.Offer;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
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
  private final RunEntry entry;
  private final WorkflowFrame frame;

  private WorkflowOperation(
      Surroundings surroundings, Context context, RunEntry entry, WorkflowFrame frame) {
    super("workflow", surroundings, context);
    this.surroundings = surroundings;
    this.entry = entry;
    this.frame = frame;
  }

  static WorkflowOperation start(Surroundings surroundings, WorkflowStart start) {
    return start(surroundings, start, null);
  }

  /** With the id of the plan that the run executes, if it has one and is not a part of another. */
  static WorkflowOperation start(
      Surroundings surroundings, WorkflowStart start, @Nullable String planned) {
    Position position = Position.current();
    String runId = position == null && planned != null ? planned : RunEntry.runId(position);
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
    RunEntry entry = RunEntry.enter(surroundings, position, runId, start.name(), start.key(), span);
    OpenRun run = entry.run();
    WorkflowFrame frame = new WorkflowFrame(start.name(), run.nextOperation());
    run.publish(
        new WorkflowStarted(
            runId, frame.operation, entry.parent(), frame.name, shape(start), surroundings.now()));
    Position inside = new Position(run, frame, null, frame.operation);
    return new WorkflowOperation(
        surroundings, Context.current().with(span).with(inside), entry, frame);
  }

  @Override
  void finish(@Nullable Object result, @Nullable String error) {
    fail(error);
    long now = surroundings.now();
    OpenRun run = entry.run();
    for (Offer offer : frame.remaining()) {
      run.publish(
          new HandoffRejected(run.id(), offer.id(), offer.source(), offer.target(), null, now));
    }
    run.publish(
        new WorkflowEnded(run.id(), frame.operation, entry.parent(), frame.name, error, now));
    surroundings.instruments().record(GenAiMetrics.WORKFLOW_DURATION, seconds(), frame.name, error);
    entry.leave(surroundings, error);
  }

  private static Shape shape(WorkflowStart start) {
    return new Shape(
        Shape.Kind.valueOf(start.topology().name()), start.members(), start.maxIterations());
  }
}
