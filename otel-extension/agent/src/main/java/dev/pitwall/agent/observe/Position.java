package dev.pitwall.agent.observe;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.api.trace.SpanBuilder;
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

  /** The conversation that this is part of, if the framework knows one. */
  @Nullable String conversation() {
    if (agent != null) {
      return agent.conversation;
    }
    return workflow == null ? null : workflow.conversation;
  }

  /** Says on a span to whom it belongs. */
  void describe(SpanBuilder span) {
    span.setAttribute(Pitwall.RUN_ID.name(), run.id());
    if (agent != null) {
      span.setAttribute(GenAi.AGENT.name(), agent.name);
    }
    TaskFrame.describe(span);
    String conversation = conversation();
    if (conversation != null) {
      span.setAttribute(GenAi.CONVERSATION_ID.name(), conversation);
    }
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
