package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.pitwall.instrumentation.PitwallInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Hooks into {@code langchain4j-agentic}: workflows, their members, planners' decisions and shared
 * state.
 */
public final class LangChain4jAgenticModule extends PitwallInstrumentationModule {

  public LangChain4jAgenticModule() {
    super("pitwall-langchain4j-agentic", "pitwall-langchain4j", "pitwall");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(
        new WorkflowInstrumentation(),
        new PlannerInstrumentation(),
        new SupervisorInstrumentation(),
        new MemberInstrumentation(),
        new AsyncMemberInstrumentation(),
        new StandaloneAgentInstrumentation(),
        new RemoteAgentInstrumentation(),
        new ScopeInstrumentation(),
        new PromiseInstrumentation(),
        new SuspensionInstrumentation());
  }
}
