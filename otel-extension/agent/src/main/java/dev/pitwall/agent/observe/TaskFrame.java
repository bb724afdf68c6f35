package dev.pitwall.agent.observe;

import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/**
 * The task that a thread works on. It travels with the OpenTelemetry context.
 *
 * @param type its kind, if declared
 * @param agent who works on it, if declared
 */
record TaskFrame(String task, @Nullable String type, @Nullable String agent)
    implements ImplicitContextKeyed {

  private static final ContextKey<TaskFrame> KEY = ContextKey.named("pitwall-task");

  static @Nullable TaskFrame current() {
    return Context.current().get(KEY);
  }

  /** Says on a span what it is done for. */
  static void describe(SpanBuilder span) {
    TaskFrame task = current();
    if (task != null) {
      span.setAttribute(Pitwall.TASK_ID.name(), task.task());
      if (task.type() != null) {
        span.setAttribute(Pitwall.TASK_TYPE.name(), task.type());
      }
    }
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
