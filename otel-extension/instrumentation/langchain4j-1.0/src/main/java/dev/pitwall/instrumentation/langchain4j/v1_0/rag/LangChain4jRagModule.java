package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into {@code langchain4j-core}: embeddings and searches for content. */
public final class LangChain4jRagModule extends PitwallInstrumentationModule {

  public LangChain4jRagModule() {
    super("pitwall-langchain4j-rag", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new EmbeddingModelInstrumentation(), new RetrievalInstrumentation());
  }
}
