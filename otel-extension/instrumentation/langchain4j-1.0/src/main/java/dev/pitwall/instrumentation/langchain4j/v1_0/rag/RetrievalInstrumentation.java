package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.pitwall.instrumentation.HookExit;
import dev.pitwall.instrumentation.Implementations;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Every search for content: by a retriever, of which a store may be part, or in a store alone. */
public final class RetrievalInstrumentation implements TypeInstrumentation {

  private static final String RETRIEVER = "dev.langchain4j.rag.content.retriever.ContentRetriever";
  private static final String STORE = "dev.langchain4j.store.embedding.EmbeddingStore";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(RETRIEVER);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return Implementations.of(RETRIEVER, STORE);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    var concrete = isMethod().and(isPublic()).and(not(isAbstract())).and(takesArguments(1));
    transformer.applyAdviceToMethod(
        concrete
            .and(namedOneOf("retrieve", "retrieveAsync"))
            .and(takesArgument(0, named("dev.langchain4j.rag.query.Query"))),
        RetrievalInstrumentation.class.getName() + "$SearchAdvice");
    transformer.applyAdviceToMethod(
        concrete
            .and(namedOneOf("search", "searchAsync"))
            .and(takesArgument(0, named("dev.langchain4j.store.embedding.EmbeddingSearchRequest"))),
        RetrievalInstrumentation.class.getName() + "$SearchAdvice");
  }

  @SuppressWarnings("unused")
  public static class SearchAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static @Nullable Object enter(
        @Advice.Argument(value = 0, typing = Typing.DYNAMIC) @Nullable Object query) {
      return RetrievalHook.enter(query);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void exit(
        @Advice.Enter @Nullable Object search,
        @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object found,
        @Advice.Thrown @Nullable Throwable thrown) {
      HookExit.endWithResult(search, found, thrown);
    }
  }
}
