package dev.pitwall.instrumentation.langchain4j.v1_0.guardrail;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.guardrail.Guardrail;
import dev.langchain4j.guardrail.GuardrailResult;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The one place through which every guardrail's verdict passes. */
public final class GuardrailInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.guardrail.AbstractGuardrailExecutor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("executeGuardrails")).and(takesArguments(1)),
        GuardrailInstrumentation.class.getName() + "$JudgeAdvice");
    transformer.applyAdviceToMethod(
        isMethod().and(named("validate")).and(takesArguments(2)),
        GuardrailInstrumentation.class.getName() + "$ValidateAdvice");
  }

  @SuppressWarnings("unused")
  public static class JudgeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(@Advice.This Object executor) {
      GuardrailHook.judging(executor);
    }
  }

  @SuppressWarnings("unused")
  public static class ValidateAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(1) Guardrail<?, ?> guardrail,
        @Advice.Return @Nullable GuardrailResult<?> result,
        @Advice.Thrown @Nullable Throwable thrown) {
      GuardrailHook.decided(guardrail, result, thrown);
    }
  }
}
