package dev.pitwall.instrumentation.langchain4j.v1_0.guardrail;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into the guardrails of {@code langchain4j-core}. */
public final class LangChain4jGuardrailModule extends PitwallInstrumentationModule {

  public LangChain4jGuardrailModule() {
    super("pitwall-langchain4j-guardrail", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new GuardrailInstrumentation(), new OutputGuardrailInstrumentation());
  }
}
