package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into {@code langchain4j-core}: calls of chat models, in one piece or streamed. */
public final class LangChain4jChatModule extends PitwallInstrumentationModule {

  public LangChain4jChatModule() {
    super("pitwall-langchain4j-chat", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(
        new ChatModelInstrumentation(),
        new StreamingChatModelInstrumentation(),
        new StreamingHandleInstrumentation());
  }
}
