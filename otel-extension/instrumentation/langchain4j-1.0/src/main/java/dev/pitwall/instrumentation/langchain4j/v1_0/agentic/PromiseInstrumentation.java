package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agentic.internal.DelayedResponse;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Promises of an answer, where they are kept. Which of the two classes does that has changed from
 * version to version.
 */
public final class PromiseInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(
        "dev.langchain4j.agentic.internal.PendingResponse",
        "dev.langchain4j.agentic.internal.DeferredResponse");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("complete")).and(takesArguments(1)).and(returns(boolean.class)),
        PromiseInstrumentation.class.getName() + "$KeepAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("completeExceptionally"))
            .and(takesArgument(0, Throwable.class))
            .and(returns(boolean.class)),
        PromiseInstrumentation.class.getName() + "$BreakAdvice");
  }

  @SuppressWarnings("unused")
  public static class KeepAdvice {

    // At the end of the method those who wait have long gone on.
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(
        @Advice.This DelayedResponse<?> promise, @Advice.Argument(0) @Nullable Object answer) {
      PromiseHook.keeping(promise, answer);
    }
  }

  @SuppressWarnings("unused")
  public static class BreakAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(
        @Advice.This DelayedResponse<?> promise, @Advice.Argument(0) Throwable error) {
      PromiseHook.breaking(promise, error);
    }
  }
}
