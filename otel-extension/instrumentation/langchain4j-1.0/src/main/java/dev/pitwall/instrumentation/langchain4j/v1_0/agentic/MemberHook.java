package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.AgentInvocationArguments;
import dev.langchain4j.agentic.internal.DelayedResponse;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Suspension;
import org.jspecify.annotations.Nullable;

/** Reports a member's invocation: an agent's, or a question to a person. */
public final class MemberHook {

  private MemberHook() {}

  public static @Nullable Object enter(
      AgentInstance member, @Nullable Object target, @Nullable AgentInvocationArguments called) {
    try {
      if (Members.isPerson(member, target)) {
        return Bridge.observer()
            .startApproval(new ApprovalRequest(Members.name(member, target), member.agentId()));
      }
      if (WorkflowHook.isWorkflow(member)) {
        return null;
      }
      return Bridge.observer()
          .startAgent(
              new AgentStart(
                  Members.name(member, target),
                  member.agentId(),
                  member.description(),
                  member.outputKey(),
                  Members.role(member),
                  null,
                  called == null ? null : called.positionalArgs()));
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
      return null;
    }
  }

  /** An agent in another process is called: as a member, of which this is what it is made of. */
  public static @Nullable Object enterRemote(AgentInstance agent) {
    try {
      return Bridge.observer()
          .startAgent(
              new AgentStart(
                  agent.name(),
                  agent.agentId(),
                  agent.description(),
                  agent.outputKey(),
                  Role.REMOTE));
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
      return null;
    }
  }

  /** A member is certain to start on a thread of its own, or after all is not. */
  public static void expect(AgentInstance member, boolean certain) {
    try {
      Bridge.observer().expectMember(member.agentId(), certain);
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
    }
  }

  /** The same, of an agent that is no workflow's member. */
  @SuppressWarnings("unchecked")
  public static void exit(
      @Nullable Object operation, @Nullable Object result, @Nullable Throwable thrown) {
    if (operation != null) {
      ((Operation<Object>) operation).end(result, Failures.cause(thrown));
    }
  }

  @SuppressWarnings("unchecked")
  public static void exit(
      AgentInstance member,
      DefaultAgenticScope scope,
      @Nullable Object target,
      @Nullable Object operation,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    Operation<Object> invocation = (Operation<Object>) operation;
    try {
      if (thrown != null) {
        Failures.failed(thrown, member.agentId());
      }
      if (invocation != null) {
        end(invocation, Members.isPerson(member, target), scope, result, thrown);
      }
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
      exit(operation, null, thrown);
    }
  }

  private static void end(
      Operation<Object> invocation,
      boolean person,
      DefaultAgenticScope scope,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (Failures.isSuspension(thrown)) {
      invocation.end(Suspension.UNTIL_RESUMED, null);
    } else if (thrown != null) {
      invocation.end(null, person ? Failures.ofApproval(thrown) : Failures.cause(thrown));
    } else if (result instanceof DelayedResponse<?> promise) {
      if (promise.isDone()) {
        invocation.end(OpenAnswers.answerOf(promise), null);
      } else {
        invocation.detach();
        OpenAnswers.await(promise, scope.memoryId(), invocation);
      }
    } else {
      invocation.end(result, null);
    }
  }
}
