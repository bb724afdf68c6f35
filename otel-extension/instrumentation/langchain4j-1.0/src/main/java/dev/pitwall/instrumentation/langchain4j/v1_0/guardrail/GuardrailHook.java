package dev.pitwall.instrumentation.langchain4j.v1_0.guardrail;

import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailExecutor;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.guardrail.config.OutputGuardrailsConfig;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.GateVerdict.Action;
import dev.pitwall.bridge.GateVerdict.Result;
import dev.pitwall.instrumentation.Property;
import org.jspecify.annotations.Nullable;

/** Reports a guardrail's verdict as that of a quality gate. */
public final class GuardrailHook {

  private static final String LIBRARY = "langchain4j-guardrail";

  // Later versions let a guardrail choose its name.
  private static final Property NAME = new Property("name");

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private GuardrailHook() {}

  /** An answer is going to be judged, and perhaps others in its place. */
  public static @Nullable Object enter(OutputGuardrailExecutor executor) {
    try {
      int max = executor.config().maxRetries();
      // As the framework understands what was configured.
      return Attempts.begin(
          max == 0 ? 1 : max < 0 ? OutputGuardrailsConfig.MAX_RETRIES_DEFAULT : max);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  public static void exit(@Nullable Object entered) {
    if (entered instanceof Attempts attempts) {
      attempts.end();
    }
  }

  /** All guardrails are going to judge one answer. */
  public static void judging(Object executor) {
    if (executor instanceof OutputGuardrailExecutor) {
      Attempts.next();
    }
  }

  public static void decided(
      Guardrail<?, ?> guardrail, @Nullable GuardrailResult<?> result, @Nullable Throwable thrown) {
    try {
      Result verdict = thrown != null ? Result.ERROR : result == null ? null : verdict(result);
      if (verdict != null) {
        Bridge.observer()
            .decideGate(
                new GateVerdict(
                    name(guardrail),
                    verdict,
                    action(verdict, result),
                    guardrail instanceof OutputGuardrail ? Attempts.number() : 1));
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
    }
  }

  private static Action action(Result verdict, @Nullable GuardrailResult<?> result) {
    if (verdict == Result.PASSED || verdict == Result.REWRITTEN) {
      return Action.PASS;
    }
    return isRetry(result) && !Attempts.isLast() ? Action.RETRY : Action.REJECT;
  }

  // A reprompt is a retry that also says what was wrong.
  private static boolean isRetry(@Nullable GuardrailResult<?> result) {
    return result instanceof OutputGuardrailResult output && output.isRetry();
  }

  // A lambda's class has a new name in every JVM.
  private static String name(Guardrail<?, ?> guardrail) {
    Class<?> type = guardrail.getClass();
    if (type.isHidden() || type.isAnonymousClass()) {
      return "guardrail";
    }
    return NAME.of(guardrail) instanceof String name && !name.isBlank()
        ? name
        : type.getSimpleName();
  }

  private static Result verdict(GuardrailResult<?> result) {
    return switch (result.result()) {
      case SUCCESS -> Result.PASSED;
      case SUCCESS_WITH_RESULT -> Result.REWRITTEN;
      case FAILURE -> Result.FAILED;
      // To the framework fatal only means that no other guardrail is asked about this answer.
      case FATAL -> isRetry(result) ? Result.FAILED : Result.FATAL;
    };
  }
}
