package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.AgenticSystemTopology;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.langchain4j.agentic.workflow.LoopAgentInstance;
import dev.langchain4j.agentic.workflow.impl.SequentialPlanner;
import dev.langchain4j.service.MemoryId;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
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
      return WorkflowCall.enter(workflow);
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  /** The method works on this state. */
  public static void scopeFound(@Nullable DefaultAgenticScope scope, Method method) {
    WorkflowCall call = WorkflowCall.current();
    if (call != null && scope != null) {
      try {
        call.begin(scope, method);
      } catch (Throwable t) {
        Bridge.observer().suppress(LIBRARY, t);
      }
    }
  }

  /** The innermost orchestration of this thread is about to give its thread back. */
  public static void suspended() {
    WorkflowCall call = WorkflowCall.current();
    if (call != null) {
      call.suspend();
    }
  }

  public static void exit(
      @Nullable Object call, @Nullable Object result, @Nullable Throwable thrown) {
    if (call != null) {
      try {
        ((WorkflowCall) call).exit(result, thrown);
      } catch (Throwable t) {
        Bridge.observer().suppress(LIBRARY, t);
      }
    }
  }

  static WorkflowStart describe(
      AgentInstance workflow, @Nullable DefaultAgenticScope scope, @Nullable Method method) {
    return new WorkflowStart(
        workflow.name(),
        workflow.agentId(),
        topology(workflow),
        workflow.subagents().size(),
        maxIterations(workflow),
        scope == null || method == null ? null : conversation(scope, method),
        scope == null
            ? null
            : workflow.type().getName() + "/" + workflow.agentId() + "/" + scope.memoryId());
  }

  // A scope that nobody asked for by an id has a random one, which is no conversation.
  private static @Nullable String conversation(DefaultAgenticScope scope, Method method) {
    Object id = scope.memoryId();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(MemoryId.class)) {
        return String.valueOf(id);
      }
    }
    return null;
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
      // What planners say that know nothing better: the supervisor, and those of applications.
      case SEQUENCE -> isSequence(workflow) ? Topology.SEQUENCE : Topology.SUPERVISOR;
      case AI_AGENT, NON_AI_AGENT, HUMAN_IN_THE_LOOP -> Topology.SEQUENCE;
    };
  }

  private static boolean isSequence(AgentInstance workflow) {
    Class<?> planner = workflow.plannerType();
    return planner == null || SequentialPlanner.class.isAssignableFrom(planner);
  }

  private static int maxIterations(AgentInstance workflow) {
    return workflow.topology() == AgenticSystemTopology.LOOP
        ? workflow.as(LoopAgentInstance.class).maxIterations()
        : 1;
  }
}
