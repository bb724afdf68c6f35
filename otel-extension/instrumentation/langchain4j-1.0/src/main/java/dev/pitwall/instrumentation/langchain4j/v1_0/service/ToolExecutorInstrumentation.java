package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import static dev.pitwall.instrumentation.langchain4j.v1_0.service.ToolServiceInstrumentation.REQUEST;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.pitwall.instrumentation.Implementations;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Executors of tools: all there is before 1.4, what an application calls that drives its model by
 * itself, and where a tool's exception is seen before it becomes an answer.
 */
public final class ToolExecutorInstrumentation implements TypeInstrumentation {

  private static final String EXECUTOR = "dev.langchain4j.service.tool.ToolExecutor";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(EXECUTOR);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return Implementations.of(EXECUTOR);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("execute").or(named("executeWithContext")))
            .and(takesArguments(2))
            .and(takesArgument(0, named(REQUEST))),
        ToolExecutorInstrumentation.class.getName() + "$ExecuteAdvice");
    transformer.applyAdviceToMethod(
        isMethod().and(named("execute")).and(takesArguments(Object[].class)),
        ToolExecutorInstrumentation.class.getName() + "$InvokeAdvice");
  }

  @SuppressWarnings("unused")
  public static class ExecuteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Argument(0) @Nullable ToolExecutionRequest request) {
      return ToolHook.enter(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object execution,
        @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      ToolHook.exit(execution, result, thrown);
    }
  }

  /** The framework's own executor calls the tool's method here, in every version. */
  @SuppressWarnings("unused")
  public static class InvokeAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      if (thrown != null) {
        ToolHook.failed(thrown);
      }
    }
  }
}
