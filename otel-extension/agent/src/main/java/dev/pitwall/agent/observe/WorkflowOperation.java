package dev.pitwall.agent.observe;

import dev.pitwall.agent.observe.WorkflowFrame.Offer;
import dev.pitwall.bridge.Suspension;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An orchestration: the outermost one is a run. */
final class WorkflowOperation extends ObservedOperation<Object> {

  private final Surroundings surroundings;
  private final WorkflowStart start;
  private final RunEntry entry;
  private final WorkflowFrame frame;
  private final @Nullable WorkflowFrame around;

  private WorkflowOperation(
      Surroundings surroundings,
      Context context,
      WorkflowStart start,
      RunEntry entry,
      WorkflowFrame frame,
      @Nullable WorkflowFrame around) {
    super("workflow", surroundings, context);
    this.surroundings = surroundings;
    this.start = start;
    this.entry = entry;
    this.frame = frame;
    this.around = around;
  }

  static WorkflowOperation start(Surroundings surroundings, WorkflowStart start) {
    return start(surroundings, start, null);
  }

  /** With the id of the plan that the run executes, if it has one and is not a part of another. */
  static WorkflowOperation start(
      Surroundings surroundings, WorkflowStart start, @Nullable String planned) {
    Position position = Position.current();
    SuspendedRuns.Suspended suspended =
        position == null ? surroundings.runs().suspended().take(start.session()) : null;
    String runId =
        suspended != null
            ? suspended.run().id()
            : position == null && planned != null ? planned : RunEntry.runId(position);
    SpanBuilder builder =
        surroundings
            .tracer()
            .spanBuilder("invoke_workflow " + start.name())
            .setAttribute(GenAi.OPERATION.name(), "invoke_workflow")
            .setAttribute(GenAi.WORKFLOW.name(), start.name())
            .setAttribute(Pitwall.RUN_ID.name(), runId);
    describe(builder, shape(start));
    TaskFrame.describe(builder);
    String conversation = conversation(position, start);
    if (conversation != null) {
      builder.setAttribute(GenAi.CONVERSATION_ID.name(), conversation);
    }
    if (suspended != null) {
      builder.addLink(suspended.invocation());
    }
    Span span = builder.startSpan();
    return suspended == null
        ? enter(surroundings, position, start, runId, span)
        : resume(surroundings, suspended, start, span);
  }

  private static WorkflowOperation enter(
      Surroundings surroundings,
      @Nullable Position position,
      WorkflowStart start,
      String runId,
      Span span) {
    RunEntry entry = RunEntry.enter(surroundings, position, runId, start.name(), start.key(), span);
    OpenRun run = entry.run();
    WorkflowFrame around = position == null ? null : position.workflow();
    WorkflowFrame frame = around == null ? null : around.resume(start.key());
    if (frame == null) {
      frame = new WorkflowFrame(start.name(), run.nextOperation(), conversation(position, start));
      run.publish(
          new WorkflowStarted(
              runId,
              frame.operation,
              entry.parent(),
              frame.name,
              shape(start),
              surroundings.now()));
    }
    if (around != null) {
      around.enter(start.key());
    }
    return new WorkflowOperation(
        surroundings, inside(run, frame, span), start, entry, frame, around);
  }

  private static WorkflowOperation resume(
      Surroundings surroundings,
      SuspendedRuns.Suspended suspended,
      WorkflowStart start,
      Span span) {
    OpenRun run = suspended.run();
    run.publish(new RunResumed(run.id(), null, surroundings.now()));
    return new WorkflowOperation(
        surroundings,
        inside(run, suspended.workflow(), span),
        start,
        new RunEntry(run, true, 0, null),
        suspended.workflow(),
        null);
  }

  private static @Nullable String conversation(@Nullable Position position, WorkflowStart start) {
    return start.conversation() != null || position == null
        ? start.conversation()
        : position.conversation();
  }

  private static Context inside(OpenRun run, WorkflowFrame frame, Span span) {
    return Context.current().with(span).with(new Position(run, frame, null, frame.operation));
  }

  /** It is not over before its members are, unless it waits to be resumed. */
  @Override
  boolean goesOn(@Nullable Object result, @Nullable Throwable error) {
    return result != Suspension.UNTIL_RESUMED && frame.isBusy(() -> end(result, error));
  }

  @Override
  void finish(@Nullable Object result, @Nullable String error) {
    fail(error);
    surroundings.instruments().record(GenAiMetrics.WORKFLOW_DURATION, seconds(), frame.name, error);
    if (result == Suspension.UNTIL_RESUMED) {
      span().setAttribute(Pitwall.WORKFLOW_SUSPENDED.name(), true);
      suspend();
    } else {
      leave(error);
    }
  }

  @Override
  void ended() {
    if (around != null) {
      around.leave();
    }
  }

  private void suspend() {
    entry.suspend();
    if (around != null) {
      around.suspend(start.key(), frame);
    } else if (entry.outermost() && start.session() != null) {
      OpenRun run = entry.run();
      run.publish(new RunPaused(run.id(), "approval", surroundings.now()));
      surroundings
          .runs()
          .suspended()
          .put(start.session(), new SuspendedRuns.Suspended(run, frame, span().getSpanContext()));
    }
  }

  private void leave(@Nullable String error) {
    long now = surroundings.now();
    OpenRun run = entry.run();
    for (Offer offer : frame.close()) {
      run.publish(
          new HandoffRejected(run.id(), offer.id(), offer.source(), offer.target(), null, now));
    }
    run.publish(
        new WorkflowEnded(run.id(), frame.operation, entry.parent(), frame.name, error, now));
    entry.leave(surroundings, error);
  }

  // Whoever replays the trace cannot ask the framework.
  private static void describe(SpanBuilder span, Shape shape) {
    span.setAttribute(
            Pitwall.WORKFLOW_TOPOLOGY.name(), shape.kind().name().toLowerCase(Locale.ROOT))
        .setAttribute(Pitwall.WORKFLOW_MEMBERS.name(), shape.members())
        .setAttribute(Pitwall.WORKFLOW_MAX_ITERATIONS.name(), shape.maxIterations());
  }

  private static Shape shape(WorkflowStart start) {
    return new Shape(
        Shape.Kind.valueOf(start.topology().name()), start.members(), start.maxIterations());
  }
}
