package dev.pitwall.instrumentation.langchain4j.v1_0.moderation;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into moderation: calls of the models, verdicts on what services were asked. */
public final class LangChain4jModerationModule extends PitwallInstrumentationModule {

  public LangChain4jModerationModule() {
    super("pitwall-langchain4j-moderation", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new ModerationModelInstrumentation(), new ModerationGateInstrumentation());
  }
}
