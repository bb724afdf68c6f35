package dev.pitwall.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class BridgeTest {

  @Test
  void doesNothingWithoutAnExtension() {
    assertThat(Bridge.isInstalled()).isFalse();
    assertThatCode(
            () -> {
              Observer observer = Bridge.observer();
              observer
                  .startWorkflow(new WorkflowStart("w", "w", Topology.SEQUENCE, 1, 1, null))
                  .end("r", null);
              observer
                  .startAgent(new AgentStart("a", "a", null, null, AgentStart.Role.MEMBER))
                  .end(null, new IllegalStateException());
              observer.startModelCall(new ModelRequest("openai", null, null, null)).end(null, null);
              observer.startToolCall(new ToolRequest("t", null, null)).end(null, null);
              observer.startRetrieval(new RetrievalRequest(null, null)).end(null, null);
              observer.startApproval(new ApprovalRequest("k", "k")).end(true, null);
              observer.offerHandoff(new HandoffOffer("a", "a"));
              observer.writeArtifact("k", "v");
              observer.decideGate(
                  new GateVerdict("g", GateVerdict.Result.PASSED, GateVerdict.Action.PASS));
              observer.suppress("library", new IllegalStateException());
              observer.applied("library");
            })
        .doesNotThrowAnyException();
  }
}
