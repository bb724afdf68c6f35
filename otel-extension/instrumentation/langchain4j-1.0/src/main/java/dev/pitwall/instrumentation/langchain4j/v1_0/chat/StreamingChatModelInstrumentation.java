package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import static dev.pitwall.instrumentation.langchain4j.v1_0.chat.ChatModelInstrumentation.REQUEST;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.pitwall.instrumentation.Implementations;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.Flow.Publisher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Every call of {@code StreamingChatModel.chat} with a request: with a handler, with options and a
 * handler, or for a publisher.
 */
public final class StreamingChatModelInstrumentation implements TypeInstrumentation {

  private static final String MODEL = "dev.langchain4j.model.chat.StreamingChatModel";
  private static final String HANDLER =
      "dev.langchain4j.model.chat.response.StreamingChatResponseHandler";

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
    String type = StreamingChatModelInstrumentation.class.getName();
    var chat = isMethod().and(named("chat")).and(takesArgument(0, named(REQUEST)));
    transformer.applyAdviceToMethod(
        chat.and(takesArguments(2)).and(takesArgument(1, named(HANDLER))), type + "$HandlerAdvice");
    transformer.applyAdviceToMethod(
        chat.and(takesArguments(3)).and(takesArgument(2, named(HANDLER))), type + "$OptionsAdvice");
    transformer.applyAdviceToMethod(
        chat.and(takesArguments(1)).and(returns(Publisher.class)), type + "$PublisherAdvice");
  }

  @SuppressWarnings("unused")
  public static class HandlerAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 1, index = 1, typing = Typing.DYNAMIC))
    public static Object[] enter(
        @Advice.This StreamingChatModel model,
        @Advice.Argument(0) ChatRequest request,
        @Advice.Argument(1) @Nullable StreamingChatResponseHandler handler) {
      return StreamingHook.enter(model, request, handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter Object @Nullable [] entered, @Advice.Thrown @Nullable Throwable thrown) {
      StreamingHook.exit(entered, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class OptionsAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 2, index = 1, typing = Typing.DYNAMIC))
    public static Object[] enter(
        @Advice.This StreamingChatModel model,
        @Advice.Argument(0) ChatRequest request,
        @Advice.Argument(2) @Nullable StreamingChatResponseHandler handler) {
      return StreamingHook.enter(model, request, handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter Object @Nullable [] entered, @Advice.Thrown @Nullable Throwable thrown) {
      StreamingHook.exit(entered, thrown);
    }
  }

  @SuppressWarnings("unused")
  public static class PublisherAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    @Advice.AssignReturned.ToReturned
    public static @Nullable Publisher<?> exit(
        @Advice.This StreamingChatModel model,
        @Advice.Argument(0) ChatRequest request,
        @Advice.Return @Nullable Publisher<?> publisher) {
      return StreamingHook.published(model, request, publisher);
    }
  }
}
