package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.AgenticSystemTopology;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.pitwall.bridge.AgentStart.Role;
import org.jspecify.annotations.Nullable;

/** What a workflow's members are. */
final class Members {

  // By name: they are not in all versions, or in artifacts of their own.
  private static final String MAPPED = "dev.langchain4j.agentic.internal.MapperAgentInvoker";
  private static final String A2A = "dev.langchain4j.agentic.a2a.A2AClientAgentInvoker";
  private static final String MCP = "dev.langchain4j.agentic.mcp.McpClientAgentInvoker";

  private Members() {}

  static boolean isPerson(AgentInstance member, @Nullable Object target) {
    return target instanceof HumanInTheLoop
        || member.topology() == AgenticSystemTopology.HUMAN_IN_THE_LOOP;
  }

  static Role role(AgentInstance member) {
    String type = invoker(member).getClass().getName();
    if (type.equals(A2A) || type.equals(MCP)) {
      return Role.REMOTE;
    }
    return member.topology() == AgenticSystemTopology.NON_AI_AGENT ? Role.STEP : Role.MEMBER;
  }

  /**
   * A member's name. A question to a person is known by the key of its answer, its own name is the
   * method's. One of many that a mapper makes of one agent is known by that agent's name.
   */
  static String name(AgentInstance member, @Nullable Object target) {
    String key = member.outputKey();
    if (target instanceof HumanInTheLoop && key != null && !key.isBlank()) {
      return key;
    }
    String name = member.name();
    return invoker(member).getClass().getName().equals(MAPPED)
        ? name.substring(0, Math.max(name.lastIndexOf('_'), 0))
        : name;
  }

  private static AgentInstance invoker(AgentInstance member) {
    return member instanceof AgentExecutor executor ? executor.agentInvoker() : member;
  }
}
