package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** How an application gives up on a streamed answer, from 1.8 on. */
public final class StreamingHandleInstrumentation implements TypeInstrumentation {

  private static final String HANDLE = "dev.langchain4j.model.chat.response.StreamingHandle";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(HANDLE);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(HANDLE));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isMethod().and(named("cancel")).and(takesNoArguments()),
        StreamingHandleInstrumentation.class.getName() + "$CancelAdvice");
  }

  @SuppressWarnings("unused")
  public static class CancelAdvice {

    // A handle that cannot cancel throws, and then nothing is over.
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void exit(@Advice.This Object handle) {
      StreamingHook.cancelled(handle);
    }
  }
}
