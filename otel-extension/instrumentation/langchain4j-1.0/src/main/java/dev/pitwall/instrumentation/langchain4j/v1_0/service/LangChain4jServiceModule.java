package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Hooks into {@code langchain4j}: invocations of AI services, also streamed ones, and executions of
 * tools.
 */
public final class LangChain4jServiceModule extends PitwallInstrumentationModule {

  public LangChain4jServiceModule() {
    super("pitwall-langchain4j-service", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(
        new AiServiceInstrumentation(),
        new TokenStreamInstrumentation(),
        new StreamHandlerInstrumentation(),
        new ToolServiceInstrumentation(),
        new ToolExecutorInstrumentation());
  }
}
