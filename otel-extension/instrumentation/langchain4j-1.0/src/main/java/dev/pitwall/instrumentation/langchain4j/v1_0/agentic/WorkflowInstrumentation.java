package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Every orchestration, outermost or nested: sequence, parallel, loop, conditional, supervisor. */
public final class WorkflowInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("executeAgentMethod")),
        WorkflowInstrumentation.class.getName() + "$ExecuteAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("currentAgenticScope"))
            .and(takesArgument(1, Method.class))
            .and(returns(named("dev.langchain4j.agentic.scope.DefaultAgenticScope"))),
        WorkflowInstrumentation.class.getName() + "$ScopeAdvice");
  }

  @SuppressWarnings("unused")
  public static class ExecuteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(@Advice.This AgentInstance workflow) {
      return WorkflowHook.enter(workflow);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      WorkflowHook.exit(call, result, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class ScopeAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(
        @Advice.Argument(1) Method method, @Advice.Return @Nullable DefaultAgenticScope scope) {
      WorkflowHook.scopeFound(scope, method);
    }
  }
}
