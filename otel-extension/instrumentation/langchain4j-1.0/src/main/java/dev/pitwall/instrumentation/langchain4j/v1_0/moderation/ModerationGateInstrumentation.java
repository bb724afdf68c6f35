package dev.pitwall.instrumentation.langchain4j.v1_0.moderation;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.Future;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Where an AI service waits for the moderation that went on beside its model's answer. */
public final class ModerationGateInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.AiServices");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod()
            .and(isStatic())
            .and(named("verifyModerationIfNeeded"))
            .and(takesArguments(1))
            .and(takesArgument(0, Future.class)),
        ModerationGateInstrumentation.class.getName() + "$VerifyAdvice");
  }

  @SuppressWarnings("unused")
  public static class VerifyAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) @Nullable Future<?> verdict,
        @Advice.Thrown @Nullable Throwable thrown) {
      ModerationHook.decided(verdict, thrown);
    }
  }
}
