package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import dev.pitwall.engine.EngineSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that makes up names without end. */
class CardinalityTest {

  private static final int NAMES = 10_000;
  // A thousand combinations of names, and those in which names have become _OTHER.
  private static final int MOST_SERIES = 1_050;
  private static final AttributeKey<Boolean> SDK_OVERFLOW =
      AttributeKey.booleanKey("otel.metric.overflow");

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Observer observer = Bridge.observer();

  @BeforeEach
  void start() {
    PitwallSettings settings =
        new PitwallSettings(EngineSettings.DEFAULT, 1000, Duration.ZERO, "key");
    Startup.start(
        telemetry.getOpenTelemetry(),
        new Configured(settings, FileMethods.NONE),
        "1.0",
        "2.0",
        Clock.systemUTC());
    observer = Bridge.observer();
  }

  @Test
  void namesWithoutEndMakeBoundedSeriesAndLoseNoCount() {
    for (int i = 0; i < NAMES; i++) {
      job("desk-" + i, "agent-" + i, "tool-" + i, "model-" + i);
    }
    assertThat(telemetry.getMetrics()).allSatisfy(CardinalityTest::isBounded);
    assertThat(values("gen_ai.execute_tool.duration", "gen_ai.tool.name"))
        .hasSizeLessThanOrEqualTo(201)
        .contains("tool-0", "_OTHER");
    assertThat(count("gen_ai.execute_tool.duration")).isEqualTo(NAMES);
    assertThat(count("gen_ai.invoke_workflow.duration")).isEqualTo(NAMES);
    assertThat(sum("pitwall.handoffs.accepted")).isEqualTo(NAMES);
    assertThat(sum("pitwall.tokens.used")).isEqualTo(NAMES * 7L);
    assertThat(overflowed("gen_ai.invoke_agent.duration")).isEqualTo(NAMES - 200L);
    // Tool and agent, each time.
    assertThat(overflowed("gen_ai.execute_tool.duration")).isEqualTo(2 * (NAMES - 200L));
  }

  @Test
  void combinationsOfFewNamesAreBoundedToo() {
    for (int i = 0; i < NAMES; i++) {
      job("desk", "agent-" + i % 100, "tool-" + i / 100, "model-" + i % 7);
    }
    assertThat(telemetry.getMetrics()).allSatisfy(CardinalityTest::isBounded);
    assertThat(points("gen_ai.execute_tool.duration")).hasSizeGreaterThanOrEqualTo(1_000);
    assertThat(count("gen_ai.execute_tool.duration")).isEqualTo(NAMES);
    assertThat(overflowed("gen_ai.execute_tool.duration")).isEqualTo(2 * (NAMES - 1_000L));
    assertThat(values("gen_ai.execute_tool.duration", "error.type")).doesNotContain("_OTHER");
  }

  @Test
  void edgesAreBoundedAsPairs() {
    for (int i = 0; i < NAMES; i++) {
      job("desk-" + i / 100, "agent-" + i % 100, "tool", "model");
    }
    assertThat(values("pitwall.handoffs.offered", "pitwall.handoff.source"))
        .as("100 edges of each of two desks are told apart")
        .contains("desk-0", "desk-1", "_OTHER")
        .doesNotContain("desk-2");
    assertThat(points("pitwall.handoffs.offered")).hasSizeLessThanOrEqualTo(200 + 100);
    assertThat(sum("pitwall.handoffs.offered")).isEqualTo(NAMES);
  }

  @Test
  void namesAreShortLinesOfText() {
    String odd = "Prüfer \"A\\B\"\n\0" + "x".repeat(10_000);
    job(odd, odd, odd, odd);
    Operation<Object> open =
        observer.startWorkflow(new WorkflowStart(odd, "k", Topology.LOOP, 1, 1, null));
    String fit = ("Prüfer \"A\\B\"\uFFFD\uFFFD" + "x".repeat(128)).substring(0, 128);
    assertThat(values("gen_ai.execute_tool.duration", "gen_ai.tool.name")).containsExactly(fit);
    assertThat(values("pitwall.runs.active", "gen_ai.workflow.name")).containsExactly(fit);
    open.end("x", null);
    assertThat(telemetry.getSpans())
        .allSatisfy(span -> assertThat(span.getName()).hasSizeLessThan(150).doesNotContain("\n"));
  }

  private void job(String workflow, String agent, String tool, String model) {
    Operation<Object> desk =
        observer.startWorkflow(new WorkflowStart(workflow, "w", Topology.SEQUENCE, 1, 1, null));
    observer.offerHandoff(new HandoffOffer(agent, "a"));
    Operation<Object> member =
        observer.startAgent(new AgentStart(agent, "a", null, null, Role.MEMBER));
    observer
        .startModelCall(new ModelRequest("openai", model, null, null))
        .end(new ModelReply("id", model, "stop", 3, 4), null);
    observer
        .startToolCall(new ToolRequest(tool, "call", "arguments"))
        .end(new ToolResult("result", false), null);
    member.end("x", null);
    desk.end("x", null);
  }

  private static void isBounded(MetricData metric) {
    Collection<? extends PointData> points = metric.getData().getPoints();
    assertThat(points).as(metric.getName()).hasSizeLessThanOrEqualTo(MOST_SERIES);
    assertThat(points)
        .as("%s is not cut by the SDK", metric.getName())
        .noneMatch(point -> Boolean.TRUE.equals(point.getAttributes().get(SDK_OVERFLOW)));
  }

  private static Collection<? extends PointData> points(String name) {
    return telemetry.getMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name))
        .getData()
        .getPoints();
  }

  private static List<String> values(String metric, String attribute) {
    return points(metric).stream()
        .map(point -> point.getAttributes().get(AttributeKey.stringKey(attribute)))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static long count(String histogram) {
    return points(histogram).stream()
        .mapToLong(point -> ((HistogramPointData) point).getCount())
        .sum();
  }

  private static long sum(String counter) {
    return points(counter).stream().mapToLong(point -> ((LongPointData) point).getValue()).sum();
  }

  private static long overflowed(String metric) {
    return points("pitwall.labels.overflowed").stream()
        .filter(
            point ->
                metric.equals(
                    point.getAttributes().get(AttributeKey.stringKey("pitwall.metric.name"))))
        .mapToLong(point -> ((LongPointData) point).getValue())
        .sum();
  }
}
