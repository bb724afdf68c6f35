package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.pitwall.instrumentation.Implementations;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Every call of an embedding model, whichever overload. */
public final class EmbeddingModelInstrumentation implements TypeInstrumentation {

  private static final String MODEL = "dev.langchain4j.model.embedding.EmbeddingModel";

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
            .and(isPublic())
            .and(not(isAbstract()))
            .and(namedOneOf("embed", "embedAll", "embedAsync"))
            .and(takesArguments(1)),
        EmbeddingModelInstrumentation.class.getName() + "$EmbedAdvice");
  }

  @SuppressWarnings("unused")
  public static class EmbedAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(@Advice.This Object model) {
      return EmbeddingHook.enter(model);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      EmbeddingHook.exit(call, answer, thrown);
    }
  }
}
