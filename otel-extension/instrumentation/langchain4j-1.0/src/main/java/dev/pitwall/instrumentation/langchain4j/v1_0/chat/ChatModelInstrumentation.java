package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.pitwall.instrumentation.Implementations;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Every call of {@code ChatModel.chat} and {@code chatAsync} with a request, whichever overload and
 * whoever implements it.
 */
public final class ChatModelInstrumentation implements TypeInstrumentation {

  static final String REQUEST = "dev.langchain4j.model.chat.request.ChatRequest";
  private static final String MODEL = "dev.langchain4j.model.chat.ChatModel";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(MODEL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return Implementations.of(MODEL);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("chat"))
            .and(takesArgument(0, named(REQUEST)))
            .and(returns(named("dev.langchain4j.model.chat.response.ChatResponse"))),
        ChatModelInstrumentation.class.getName() + "$ChatAdvice");
    transformer.applyAdviceToMethod(
        isMethod()
            .and(named("chatAsync"))
            .and(takesArgument(0, named(REQUEST)))
            .and(returns(CompletableFuture.class)),
        ChatModelInstrumentation.class.getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  public static class ChatAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.This ChatModel model, @Advice.Argument(0) ChatRequest request) {
      return ChatHook.enter(model, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable ChatResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      ChatHook.exit(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.This ChatModel model, @Advice.Argument(0) ChatRequest request) {
      return ChatHook.enter(model, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable CompletableFuture<ChatResponse> answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      ChatHook.exitAsync(call, answer, thrown);
    }
  }
}
