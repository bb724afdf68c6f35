package dev.pitwall.agent.observe;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/** The task that a thread works on. It travels with the OpenTelemetry context. */
record TaskFrame(String task, @Nullable String type) implements ImplicitContextKeyed {

  private static final ContextKey<TaskFrame> KEY = ContextKey.named("pitwall-task");

  static @Nullable TaskFrame current() {
    return Context.current().get(KEY);
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
