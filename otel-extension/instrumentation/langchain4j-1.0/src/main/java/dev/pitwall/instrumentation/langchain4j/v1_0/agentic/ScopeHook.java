package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.internal.DelayedResponse;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.langchain4j.service.TokenStream;
import dev.pitwall.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** Reports what happens to the state that a workflow's members share. */
public final class ScopeHook {

  private ScopeHook() {}

  /** Something is about to be written, perhaps in place of an answer that is awaited. */
  public static void writing(DefaultAgenticScope scope, String key, @Nullable Object value) {
    try {
      OpenAnswers.keeping(scope, scope.state().get(key), value);
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }

  public static void written(String key, @Nullable Object value) {
    if (value != null && !isInternal(key, value)) {
      Bridge.observer().writeArtifact(key, value);
    }
  }

  /** It was decided what follows from a member's failure. */
  public static void recovered(Throwable failure, @Nullable ErrorRecoveryResult recovery) {
    try {
      Failures.decided(
          failure, recovery != null && recovery.type() == ErrorRecoveryResult.Type.RETRY);
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }

  /** Somebody gives an answer for which the scope's workflow may be waiting. */
  public static void answering(DefaultAgenticScope scope, String id, @Nullable Object answer) {
    try {
      for (Object value : scope.state().values()) {
        if (value instanceof DelayedResponse<?> promise && id.equals(OpenAnswers.idOf(promise))) {
          OpenAnswers.keeping(scope, promise, answer);
        }
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }

  // What stands for a result that is still to come, and how far a planner is.
  private static boolean isInternal(String key, Object value) {
    return value instanceof DelayedResponse<?>
        || value instanceof TokenStream
        || key.startsWith("__planner_state_");
  }
}
