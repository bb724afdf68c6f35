package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import dev.langchain4j.model.output.TokenUsage;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.bridge.Operation;
import dev.pitwall.instrumentation.Property;
import dev.pitwall.instrumentation.langchain4j.v1_0.model.ModelDescription;
import dev.pitwall.instrumentation.langchain4j.v1_0.model.TokenCounts;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reports a call of an embedding model. */
public final class EmbeddingHook {

  private static final String LIBRARY = "langchain4j-rag";

  private static final Property TOKENS = new Property("tokenUsage");

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private EmbeddingHook() {}

  public static @Nullable Object enter(Object model) {
    try {
      Operation<ModelReply> call =
          Bridge.observer().startModelCall(ModelDescription.of(Kind.EMBEDDINGS, model));
      return call == Operation.<ModelReply>none() ? null : call;
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  public static void exit(
      @Nullable Object entered, @Nullable Object answer, @Nullable Throwable thrown) {
    if (entered == null) {
      return;
    }
    Operation<ModelReply> call = (Operation<ModelReply>) entered;
    if (answer instanceof CompletionStage<?> later) {
      call.detach();
      CompletionStage<?> unused =
          later.whenComplete((response, error) -> call.end(describe(response), error));
    } else {
      call.end(describe(answer), thrown);
    }
  }

  private static @Nullable ModelReply describe(@Nullable Object response) {
    try {
      return response == null
          ? null
          : new ModelReply(
              null,
              ModelDescription.name(response),
              null,
              TokenCounts.of((TokenUsage) TOKENS.of(response)),
              null);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }
}
