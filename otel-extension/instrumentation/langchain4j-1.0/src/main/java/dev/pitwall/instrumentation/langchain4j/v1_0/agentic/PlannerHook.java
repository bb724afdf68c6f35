package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.planner.Action;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.HandoffOffer;
import org.jspecify.annotations.Nullable;

/** Reports a planner's decision to call members as offers of work to them. */
public final class PlannerHook {

  private PlannerHook() {}

  /** A supervisor has named somebody whom it does not have. */
  public static void namedNobody(String name) {
    Bridge.observer().offerHandoff(HandoffOffer.toNobody(name));
  }

  public static void decided(@Nullable Action action) {
    if (!(action instanceof Action.AgentCallAction call)) {
      return;
    }
    try {
      for (AgentExecutor member : call.agentsToCall()) {
        Object target = member.agent();
        Bridge.observer()
            .offerHandoff(
                new HandoffOffer(
                    Members.name(member, target),
                    member.agentId(),
                    Members.isPerson(member, target)));
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }
}
