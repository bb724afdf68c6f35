package dev.pitwall.agent.observe;

import io.opentelemetry.api.trace.SpanContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs whose outermost workflow has given its thread back, until they are resumed in this JVM or
 * given up by the engine. There are no more of them than open runs.
 */
final class SuspendedRuns {

  private final Map<String, Suspended> bySession = new ConcurrentHashMap<>();

  /**
   * A run that waits.
   *
   * @param workflow its outermost workflow, as it was left
   * @param invocation the invocation that was suspended
   */
  record Suspended(OpenRun run, WorkflowFrame workflow, SpanContext invocation) {}

  void put(String session, Suspended suspended) {
    bySession.put(session, suspended);
  }

  /** The run that waits in this session, which it does not any more. */
  @Nullable Suspended take(@Nullable String session) {
    return session == null ? null : bySession.remove(session);
  }

  void evict(String run) {
    bySession.values().removeIf(suspended -> suspended.run().id().equals(run));
  }
}
