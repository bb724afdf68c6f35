package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * What an AI service does with a streamed answer: it executes tools and asks the model again, on
 * the thread on which the model calls back.
 */
public final class StreamHandlerInstrumentation implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.AiServiceStreamingResponseHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor(), StreamHandlerInstrumentation.class.getName() + "$RoundAdvice");
    transformer.applyAdviceToMethod(
        isMethod().and(isPublic()).and(nameStartsWith("on")),
        StreamHandlerInstrumentation.class.getName() + "$CallBackAdvice");
  }

  @SuppressWarnings("unused")
  public static class RoundAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(@Advice.This Object handler) {
      TokenStreamHook.round(handler);
    }
  }

  @SuppressWarnings("unused")
  public static class CallBackAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(@Advice.This Object handler) {
      return TokenStreamHook.calledBack(handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object part,
        @Advice.Origin("#m") String method,
        @Advice.Argument(value = 0, typing = Typing.DYNAMIC) @Nullable Object argument,
        @Advice.Thrown @Nullable Throwable thrown) {
      TokenStreamHook.returned(part, method, argument, thrown);
    }
  }
}
