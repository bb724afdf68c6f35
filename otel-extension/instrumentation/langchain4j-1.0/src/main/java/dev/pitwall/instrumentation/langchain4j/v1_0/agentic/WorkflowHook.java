package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.AgenticSystemTopology;
import dev.langchain4j.agentic.workflow.LoopAgentInstance;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import org.jspecify.annotations.Nullable;

/** Reports an orchestration with the shape that it declares. */
public final class WorkflowHook {

  static final String LIBRARY = "langchain4j-agentic";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private WorkflowHook() {}

  public static @Nullable Object enter(AgentInstance workflow) {
    try {
      return Bridge.observer()
          .startWorkflow(
              new WorkflowStart(
                  workflow.name(),
                  workflow.agentId(),
                  topology(workflow),
                  workflow.subagents().size(),
                  maxIterations(workflow),
                  null));
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  /** Whether an agent is an orchestration, which {@link WorkflowInstrumentation} sees by itself. */
  static boolean isWorkflow(AgentInstance agent) {
    return switch (agent.topology()) {
      case AI_AGENT, NON_AI_AGENT, HUMAN_IN_THE_LOOP -> false;
      case SEQUENCE, PARALLEL, LOOP, ROUTER, STAR -> true;
    };
  }

  private static Topology topology(AgentInstance workflow) {
    return switch (workflow.topology()) {
      case PARALLEL -> Topology.PARALLEL;
      case LOOP -> Topology.LOOP;
      case ROUTER -> Topology.ROUTER;
      case STAR -> Topology.SUPERVISOR;
      case SEQUENCE, AI_AGENT, NON_AI_AGENT, HUMAN_IN_THE_LOOP -> Topology.SEQUENCE;
    };
  }

  private static int maxIterations(AgentInstance workflow) {
    return workflow.topology() == AgenticSystemTopology.LOOP
        ? workflow.as(LoopAgentInstance.class).maxIterations()
        : 1;
  }
}
