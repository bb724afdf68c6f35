package dev.pitwall.agent.observe;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor decides who acts next: its model's tokens are the supervisor's, but no agent was
 * invoked.
 */
final class PlanOperation extends ObservedOperation<Object> {

  private PlanOperation(Surroundings surroundings, Context context) {
    super("plan", surroundings, context);
  }

  static PlanOperation start(Surroundings surroundings, Position position, AgentStart start) {
    String supervisor = position.workflow() == null ? start.name() : position.workflow().name;
    Span span =
        surroundings
            .tracer()
            .spanBuilder("plan " + supervisor)
            .setAttribute(GenAi.OPERATION.name(), "plan")
            .setAttribute(GenAi.AGENT.name(), supervisor)
            .setAttribute(Pitwall.RUN_ID.name(), position.run().id())
            .startSpan();
    AgentFrame frame =
        new AgentFrame(
            supervisor, position.run().nextOperation(), position.conversation(), Role.PLANNER);
    Position inside = new Position(position.run(), position.workflow(), frame, frame.operation);
    return new PlanOperation(surroundings, Context.current().with(span).with(inside));
  }

  @Override
  void finish(@Nullable Object result, @Nullable String error) {
    fail(error);
  }
}
