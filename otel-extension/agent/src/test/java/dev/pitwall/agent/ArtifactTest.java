package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents leave behind is told once, however many scopes pass it on. */
class ArtifactTest {

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("pitwall.artifact.key");
  private static final AttributeKey<String> AGENT = AttributeKey.stringKey("gen_ai.agent.name");

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Observer observer = Bridge.observer();

  @BeforeEach
  void start() {
    observer = Watching.with(telemetry.getOpenTelemetry());
  }

  @Test
  void anOutputThatIsPassedOnIsToldAsItsAgents() {
    Operation<Object> desk = desk();
    writer().end("first draft", null);
    observer.writeArtifact("draft", "first draft");
    desk.end(null, null);

    assertThat(artifacts()).containsExactly("draft by writer");
  }

  @Test
  void whatNobodyClaimsIsToldWhenItChanges() {
    Operation<Object> desk = desk();
    observer.writeArtifact("topic", "umbrellas");
    observer.writeArtifact("topic", "umbrellas");
    observer.writeArtifact("topic", "rain");
    observer.writeArtifact("topic", "umbrellas");
    desk.end(null, null);

    assertThat(artifacts()).containsExactly("topic", "topic", "topic");
  }

  @Test
  void anAgentThatLeavesTheSameAgainIsTold() {
    Operation<Object> desk = desk();
    writer().end("first draft", null);
    writer().end("first draft", null);
    desk.end(null, null);

    assertThat(artifacts()).containsExactly("draft by writer", "draft by writer");
  }

  @Test
  void runsDoNotShareWhatTheyHold() {
    for (int i = 0; i < 2; i++) {
      Operation<Object> desk = desk();
      observer.writeArtifact("topic", "umbrellas");
      desk.end(null, null);
    }

    assertThat(artifacts()).containsExactly("topic", "topic");
  }

  @Test
  void ofMoreArtifactsThanAreRememberedEveryWriteIsTold() {
    Operation<Object> desk = desk();
    for (int i = 0; i < 1_001; i++) {
      observer.writeArtifact("page " + i, "text");
    }
    observer.writeArtifact("page 0", "text");
    observer.writeArtifact("page 1000", "text");
    desk.end(null, null);

    assertThat(artifacts()).hasSize(1_002).endsWith("page 999", "page 1000", "page 1000");
  }

  private Operation<Object> desk() {
    return observer.startWorkflow(new WorkflowStart("desk", "desk", Topology.SEQUENCE, 2, 1, null));
  }

  private Operation<Object> writer() {
    return observer.startAgent(new AgentStart("writer", "w", null, "draft", Role.MEMBER));
  }

  private static List<String> artifacts() {
    return telemetry.getLogRecords().stream()
        .filter(entry -> "pitwall.artifact.written".equals(entry.getEventName()))
        .map(LogRecordData::getAttributes)
        .map(ArtifactTest::described)
        .toList();
  }

  private static String described(Attributes artifact) {
    String agent = artifact.get(AGENT);
    return artifact.get(KEY) + (agent == null ? "" : " by " + agent);
  }
}
