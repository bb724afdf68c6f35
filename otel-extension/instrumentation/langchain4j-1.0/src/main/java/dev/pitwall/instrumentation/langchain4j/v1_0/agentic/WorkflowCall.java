package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Suspension;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * An orchestration's method under way on a thread. The framework looks its state up inside the
 * method, and only then is it known whether it goes on with something, so it begins there.
 */
final class WorkflowCall {

  private static final ThreadLocal<@Nullable WorkflowCall> CURRENT = new ThreadLocal<>();

  private final AgentInstance workflow;
  private final @Nullable WorkflowCall around;
  private @Nullable Operation<Object> operation;
  private boolean begun;
  private boolean suspended;

  private WorkflowCall(AgentInstance workflow, @Nullable WorkflowCall around) {
    this.workflow = workflow;
    this.around = around;
  }

  static WorkflowCall enter(AgentInstance workflow) {
    WorkflowCall call = new WorkflowCall(workflow, CURRENT.get());
    CURRENT.set(call);
    return call;
  }

  static @Nullable WorkflowCall current() {
    return CURRENT.get();
  }

  /** The state is found, or there is none to find. */
  void begin(@Nullable DefaultAgenticScope scope, @Nullable Method method) {
    if (!begun) {
      begun = true;
      operation = Bridge.observer().startWorkflow(WorkflowHook.describe(workflow, scope, method));
    }
  }

  /** It will throw or return only to say that it waits. */
  void suspend() {
    suspended = true;
  }

  void exit(@Nullable Object result, @Nullable Throwable thrown) {
    if (around == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(around);
    }
    begin(null, null);
    if (operation == null) {
      return;
    }
    if (suspended) {
      operation.end(Suspension.UNTIL_RESUMED, null);
    } else {
      operation.end(result, Failures.cause(thrown));
    }
  }
}
