package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RetrievalRequest;
import dev.pitwall.instrumentation.Property;
import org.jspecify.annotations.Nullable;

/** Reports a search for content, by a retriever or straight in a store. */
public final class RetrievalHook {

  private static final String LIBRARY = "langchain4j-rag";

  // Only searches in stores say so.
  private static final Property MAX_RESULTS = new Property("maxResults");

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private RetrievalHook() {}

  public static @Nullable Object enter(@Nullable Object query) {
    try {
      Operation<Object> search =
          Bridge.observer().startRetrieval(new RetrievalRequest(null, MAX_RESULTS.integer(query)));
      return search == Operation.none() ? null : search;
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }
}
