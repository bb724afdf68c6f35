package dev.pitwall.bridge;

import java.util.Map;

/** Stands in while no extension listens. */
enum SilentObserver implements Observer {
  INSTANCE;

  @Override
  public Operation<Object> startWorkflow(WorkflowStart start) {
    return Operation.none();
  }

  @Override
  public Operation<Object> startAgent(AgentStart start) {
    return Operation.none();
  }

  @Override
  public Operation<ModelReply> startModelCall(ModelRequest request) {
    return Operation.none();
  }

  @Override
  public Operation<Object> startRetrieval(RetrievalRequest request) {
    return Operation.none();
  }

  @Override
  public Operation<ToolResult> startToolCall(ToolRequest request) {
    return Operation.none();
  }

  @Override
  public Operation<ToolResult> startMcpRequest(McpRequest request) {
    return Operation.none();
  }

  @Override
  public Map<String, String> traceContext() {
    return Map.of();
  }

  @Override
  public Operation<Object> startApproval(ApprovalRequest request) {
    return Operation.none();
  }

  @Override
  public void offerHandoff(HandoffOffer offer) {}

  @Override
  public void expectMember(String key, boolean expected) {}

  @Override
  public void recoverMember(String key, boolean again) {}

  @Override
  public void writeArtifact(String key, Object value) {}

  @Override
  public void decideGate(GateVerdict verdict) {}

  @Override
  public Declarations declarations() {
    return SilentDeclarations.INSTANCE;
  }

  @Override
  public void suppress(String library, Throwable error) {}

  @Override
  public void applied(String library) {}
}
