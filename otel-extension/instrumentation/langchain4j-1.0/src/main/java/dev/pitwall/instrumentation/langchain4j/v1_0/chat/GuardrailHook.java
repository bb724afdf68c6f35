package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.GateVerdict.Action;
import dev.pitwall.bridge.GateVerdict.Result;
import org.jspecify.annotations.Nullable;

/** Reports a guardrail's verdict as that of a quality gate. */
public final class GuardrailHook {

  private static final String LIBRARY = "langchain4j-guardrail";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private GuardrailHook() {}

  public static void decided(Guardrail<?, ?> guardrail, @Nullable GuardrailResult<?> result) {
    if (result == null) {
      return;
    }
    try {
      Result verdict = verdict(result);
      boolean passed = verdict == Result.PASSED || verdict == Result.REWRITTEN;
      boolean retry = result instanceof OutputGuardrailResult output && output.isRetry();
      Bridge.observer()
          .decideGate(
              new GateVerdict(
                  name(guardrail.getClass()),
                  verdict,
                  passed ? Action.PASS : retry ? Action.RETRY : Action.REJECT));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
  }

  // A lambda's class has a new name in every JVM.
  private static String name(Class<?> type) {
    return type.isHidden() || type.isAnonymousClass() ? "guardrail" : type.getSimpleName();
  }

  private static Result verdict(GuardrailResult<?> result) {
    return switch (result.result()) {
      case SUCCESS -> Result.PASSED;
      case SUCCESS_WITH_RESULT -> Result.REWRITTEN;
      case FAILURE -> Result.FAILED;
      case FATAL -> Result.FATAL;
    };
  }
}
