package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.DelayedResponse;
import dev.pitwall.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** Reports that a promise of an answer is about to be kept or broken. */
public final class PromiseHook {

  private PromiseHook() {}

  public static void keeping(DelayedResponse<?> promise, @Nullable Object answer) {
    try {
      OpenAnswers.keeping(promise, answer);
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }

  public static void breaking(DelayedResponse<?> promise, Throwable error) {
    try {
      OpenAnswers.breaking(promise, error);
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }
}
