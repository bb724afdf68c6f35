package dev.pitwall.agent.observe;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/**
 * Where in a run something happens. It travels with the OpenTelemetry context, and so across
 * threads wherever the agent carries the context.
 *
 * @param run the run
 * @param workflow the innermost workflow, if any
 * @param agent the innermost agent, if any
 * @param operation the innermost operation
 */
record Position(
    OpenRun run, @Nullable WorkflowFrame workflow, @Nullable AgentFrame agent, long operation)
    implements ImplicitContextKeyed {

  private static final ContextKey<Position> KEY = ContextKey.named("pitwall-position");

  /** The current position, or null outside of any run and in the wake of one that has ended. */
  static @Nullable Position current() {
    Position position = Context.current().get(KEY);
    return position == null || position.run.isEnded() ? null : position;
  }

  @Nullable String agentName() {
    return agent == null ? null : agent.name;
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
