package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.planner.Action;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.InitPlanningContext;
import dev.langchain4j.agentic.planner.Planner;
import dev.langchain4j.agentic.planner.PlanningContext;
import java.util.List;

/** Calls its members from the last to the first. */
public final class Backwards implements Planner {
  private List<AgentInstance> members = List.of();
  private int left;

  @Override
  public void init(InitPlanningContext context) {
    members = context.subagents();
    left = members.size();
  }

  @Override
  public Action nextAction(PlanningContext context) {
    return left == 0 ? done() : call(members.get(--left));
  }
}
