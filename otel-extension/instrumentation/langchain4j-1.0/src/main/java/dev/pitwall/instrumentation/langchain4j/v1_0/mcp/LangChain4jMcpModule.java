package dev.pitwall.instrumentation.langchain4j.v1_0.mcp;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Hooks into {@code langchain4j-mcp}: requests, and the context that they carry. */
public final class LangChain4jMcpModule extends PitwallInstrumentationModule {

  public LangChain4jMcpModule() {
    super("pitwall-langchain4j-mcp", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new McpClientInstrumentation());
  }
}
