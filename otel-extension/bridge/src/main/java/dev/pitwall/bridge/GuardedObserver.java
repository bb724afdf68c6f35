package dev.pitwall.bridge;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what goes wrong in an observer away from hooks: they run in the middle of the application,
 * and some, such as stand-ins for its handlers and publishers, have no advice around them that
 * would catch it.
 */
final class GuardedObserver implements Observer {

  private static final String LIBRARY = "observer";

  private final Observer observer;

  GuardedObserver(Observer observer) {
    this.observer = observer;
  }

  @Override
  public Operation<Object> startWorkflow(WorkflowStart start) {
    return started(() -> observer.startWorkflow(start));
  }

  @Override
  public Operation<Object> startAgent(AgentStart start) {
    return started(() -> observer.startAgent(start));
  }

  @Override
  public Operation<ModelReply> startModelCall(ModelRequest request) {
    return started(() -> observer.startModelCall(request));
  }

  @Override
  public Operation<Object> startRetrieval(RetrievalRequest request) {
    return started(() -> observer.startRetrieval(request));
  }

  @Override
  public Operation<ToolResult> startToolCall(ToolRequest request) {
    return started(() -> observer.startToolCall(request));
  }

  @Override
  public Operation<ToolResult> startMcpRequest(McpRequest request) {
    return started(() -> observer.startMcpRequest(request));
  }

  @Override
  public Map<String, String> traceContext() {
    try {
      return observer.traceContext();
    } catch (Throwable t) {
      failed(t);
      return Map.of();
    }
  }

  @Override
  public Operation<Object> startApproval(ApprovalRequest request) {
    return started(() -> observer.startApproval(request));
  }

  @Override
  public void offerHandoff(HandoffOffer offer) {
    try {
      observer.offerHandoff(offer);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void expectMember(String key, boolean expected) {
    try {
      observer.expectMember(key, expected);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void recoverMember(String key, boolean again) {
    try {
      observer.recoverMember(key, again);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void writeArtifact(String key, Object value) {
    try {
      observer.writeArtifact(key, value);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void decideGate(GateVerdict verdict) {
    try {
      observer.decideGate(verdict);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public Declarations declarations() {
    return new GuardedDeclarations(this, observer);
  }

  @Override
  public void suppress(String library, Throwable error) {
    try {
      observer.suppress(library, error);
    } catch (Throwable unheard) {
      // There is nobody left to tell.
    }
  }

  @Override
  public void applied(String library) {
    try {
      observer.applied(library);
    } catch (Throwable t) {
      failed(t);
    }
  }

  <R> Operation<R> started(Supplier<Operation<R>> start) {
    try {
      return guarded(start.get());
    } catch (Throwable t) {
      return failed(t);
    }
  }

  <R> Operation<R> failed(Throwable error) {
    suppress(LIBRARY, error);
    return Operation.none();
  }

  private <R> Operation<R> guarded(Operation<R> operation) {
    return operation == UnobservedOperation.INSTANCE
        ? operation
        : new GuardedOperation<>(this, operation);
  }
}
