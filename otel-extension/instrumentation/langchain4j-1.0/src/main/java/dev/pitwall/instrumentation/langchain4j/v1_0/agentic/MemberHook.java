package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.internal.DelayedResponse;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Suspension;
import org.jspecify.annotations.Nullable;

/** Reports a member's invocation: an agent's, or a question to a person. */
public final class MemberHook {

  private MemberHook() {}

  public static @Nullable Object enter(AgentInstance member, @Nullable Object target) {
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
                  Members.role(member)));
    } catch (Throwable t) {
      Bridge.observer().suppress(WorkflowHook.LIBRARY, t);
      return null;
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
    if (thrown != null) {
      Failures.failed(thrown, member.agentId());
    }
    if (operation == null) {
      return;
    }
    Operation<Object> invocation = (Operation<Object>) operation;
    if (Failures.isSuspension(thrown)) {
      invocation.end(Suspension.UNTIL_RESUMED, null);
    } else if (thrown != null) {
      invocation.end(
          null,
          Members.isPerson(member, target) ? Failures.ofApproval(thrown) : Failures.cause(thrown));
    } else if (result instanceof DelayedResponse<?> promise && !promise.isDone()) {
      invocation.detach();
      OpenAnswers.await(promise, scope.memoryId(), invocation);
    } else {
      invocation.end(
          result instanceof DelayedResponse<?> promise ? OpenAnswers.answerOf(promise) : result,
          null);
    }
  }
}
