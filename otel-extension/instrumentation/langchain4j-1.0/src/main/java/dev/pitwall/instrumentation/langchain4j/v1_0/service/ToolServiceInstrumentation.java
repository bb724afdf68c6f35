package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * How AI services execute tools, for answers in one piece and streamed ones alike: where errors are
 * turned into answers (from 1.4 on), and where a tool does not exist.
 */
public final class ToolServiceInstrumentation implements TypeInstrumentation {

  static final String REQUEST = "dev.langchain4j.agent.tool.ToolExecutionRequest";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.tool.ToolService");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("executeWithErrorHandling")).and(takesArgument(0, named(REQUEST))),
        ToolServiceInstrumentation.class.getName() + "$ExecuteAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("applyToolHallucinationStrategy"))
            .and(takesArgument(0, named(REQUEST))),
        ToolServiceInstrumentation.class.getName() + "$UnknownAdvice");
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

  @SuppressWarnings("unused")
  public static class UnknownAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Argument(0) @Nullable ToolExecutionRequest request) {
      return ToolHook.enter(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object execution,
        @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object result) {
      ToolHook.exitUnknown(execution, result);
    }
  }
}
