package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The state that a workflow's members share: what is written to it, answers that come in through
 * it, and the decision what follows from a member's failure, which it passes on.
 */
public final class ScopeInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.agentic.scope.DefaultAgenticScope");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("writeState"))
            .and(takesArguments(2))
            .and(takesArgument(0, String.class)),
        ScopeInstrumentation.class.getName() + "$WriteAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("handleError"))
            .and(takesArgument(1, named("dev.langchain4j.agentic.agent.AgentInvocationException"))),
        ScopeInstrumentation.class.getName() + "$RecoverAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("completePendingResponse"))
            .and(takesArguments(2))
            .and(takesArgument(0, String.class)),
        ScopeInstrumentation.class.getName() + "$AnswerAdvice");
  }

  @SuppressWarnings("unused")
  public static class WriteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(
        @Advice.This DefaultAgenticScope scope,
        @Advice.Argument(0) String key,
        @Advice.Argument(1) @Nullable Object value) {
      ScopeHook.writing(scope, key, value);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(0) String key, @Advice.Argument(1) @Nullable Object value) {
      ScopeHook.written(key, value);
    }
  }

  @SuppressWarnings("unused")
  public static class RecoverAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(1) AgentInvocationException failure,
        @Advice.Return @Nullable ErrorRecoveryResult recovery) {
      ScopeHook.recovered(failure, recovery);
    }
  }

  @SuppressWarnings("unused")
  public static class AnswerAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void enter(
        @Advice.This DefaultAgenticScope scope,
        @Advice.Argument(0) String id,
        @Advice.Argument(1) @Nullable Object answer) {
      ScopeHook.answering(scope, id, answer);
    }
  }
}
