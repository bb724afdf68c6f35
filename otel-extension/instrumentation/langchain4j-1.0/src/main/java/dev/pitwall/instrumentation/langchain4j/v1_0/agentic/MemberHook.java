package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.AgenticSystemTopology;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** Reports a member's invocation: an agent's, or a question to a person. */
public final class MemberHook {

  private MemberHook() {}

  public static @Nullable Object enter(AgentInstance member, @Nullable Object target) {
    try {
      if (target instanceof HumanInTheLoop
          || member.topology() == AgenticSystemTopology.HUMAN_IN_THE_LOOP) {
        return Bridge.observer()
            .startApproval(new ApprovalRequest(nameOf(member, target), member.agentId()));
      }
      if (WorkflowHook.isWorkflow(member)) {
        return null;
      }
      return Bridge.observer()
          .startAgent(
              new AgentStart(
                  member.name(),
                  member.agentId(),
                  member.description(),
                  member.outputKey(),
                  Role.MEMBER));
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
      return null;
    }
  }

  /**
   * A member's name; a question to a person is known by the key of its answer, its own name is the
   * method's.
   */
  static String nameOf(AgentInstance member, @Nullable Object target) {
    String key = member.outputKey();
    return target instanceof HumanInTheLoop && key != null && !key.isBlank() ? key : member.name();
  }
}
