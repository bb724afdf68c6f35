package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.ApprovalRequest;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecorderTest {

  private static final String SECRET = "the-secret-plan";

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Observer observer = Bridge.observer();

  @BeforeEach
  void start() {
    observer = Watching.with(telemetry.getOpenTelemetry());
  }

  @Test
  void givesEverythingItsPlaceInTheRun() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("writer", "writer$0"));
    Operation<Object> writer = member("writer", "writer$0");
    model(3, 4);
    tool("search", "args", "result");
    writer.end("text", null);
    desk.end("text", null);

    Map<String, SpanData> spans =
        telemetry.getSpans().stream()
            .collect(Collectors.toMap(SpanData::getName, Function.identity()));
    assertThat(spans.keySet())
        .containsExactlyInAnyOrder(
            "invoke_workflow desk", "invoke_agent writer", "chat m1", "execute_tool search");
    SpanData agent = span(spans, "invoke_agent writer");
    assertThat(agent.getParentSpanId()).isEqualTo(span(spans, "invoke_workflow desk").getSpanId());
    assertThat(span(spans, "chat m1").getParentSpanId()).isEqualTo(agent.getSpanId());
    assertThat(span(spans, "execute_tool search").getParentSpanId()).isEqualTo(agent.getSpanId());
    assertThat(spans.values())
        .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("pitwall.run.id")))
        .doesNotContainNull()
        .containsOnly(agent.getAttributes().get(AttributeKey.stringKey("pitwall.run.id")));
    assertThat(agent.getAttributes().get(AttributeKey.stringKey("pitwall.handoff.source")))
        .isEqualTo("desk");
  }

  @Test
  void writesTheRunsStoryWithoutGaps() {
    Operation<Object> desk = workflow("desk");
    observer.offerHandoff(new HandoffOffer("critic", "c"));
    Operation<Object> critic =
        observer.startAgent(new AgentStart("critic", "c", null, "score", Role.MEMBER));
    observer.decideGate(
        new GateVerdict("style", GateVerdict.Result.FAILED, GateVerdict.Action.RETRY));
    critic.end(0.7, null);
    Operation<Object> approval = observer.startApproval(new ApprovalRequest("release", "r"));
    approval.end("Approved, go ahead", null);
    observer.offerHandoff(new HandoffOffer("printer", "p"));
    desk.end(null, new IllegalStateException());

    assertThat(eventNames())
        .containsExactly(
            "pitwall.run.started",
            "pitwall.handoff.offered",
            "pitwall.handoff.accepted",
            "gen_ai.evaluation.result",
            "pitwall.gate.decided",
            "pitwall.run.progressed",
            "gen_ai.evaluation.result",
            "pitwall.artifact.written",
            "pitwall.handoff.completed",
            "pitwall.approval.requested",
            "pitwall.approval.decided",
            "pitwall.handoff.offered",
            "pitwall.handoff.rejected",
            "pitwall.run.failed");
    assertThat(telemetry.getLogRecords())
        .extracting(
            event -> event.getAttributes().get(AttributeKey.longKey("pitwall.event.sequence")))
        .containsExactlyElementsOf(LongStream.range(0, 14).boxed().toList());
    assertThat(values("pitwall.approvals.decided", "pitwall.approval.result"))
        .containsExactly("approved");
    assertThat(values("gen_ai.invoke_workflow.duration", "error.type"))
        .containsExactly("java.lang.IllegalStateException");
  }

  @Test
  void countsAMembersServiceOnceAndAServiceOfItsOwnAsAnAgent() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> writer = member("writer", "w");
    Operation<Object> implementation = service("WriterService");
    Operation<Object> another = service("Translator");
    another.end("x", null);
    implementation.end("x", null);
    writer.end("x", null);
    desk.end("x", null);
    assertThat(telemetry.getSpans())
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder(
            "invoke_workflow desk", "invoke_agent writer", "invoke_agent Translator");
  }

  @Test
  void aModelThatCallsAModelIsOneCall() {
    Operation<ModelReply> outer =
        observer.startModelCall(new ModelRequest("openai", "router", null, null));
    model(10, 20);
    outer.end(new ModelReply("id", "m1", "stop", 10, 20), null);
    assertThat(telemetry.getSpans()).extracting(SpanData::getName).containsExactly("chat router");
    assertThat(metric("gen_ai.client.token.usage").getHistogramData().getPoints())
        .extracting(point -> point.getSum())
        .containsExactlyInAnyOrder(10.0, 20.0);
  }

  @Test
  void anEndedRunIsNobodysRun() {
    Operation<Object> first = workflow("desk");
    Context stale = Context.current();
    first.end("x", null);
    stale.wrap(() -> workflow("desk").end("x", null)).run();
    assertThat(telemetry.getSpans())
        .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("pitwall.run.id")))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void namesALoopToWhoeverAsks() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> researcher = member("researcher", "r");
    for (int i = 0; i < 6; i++) {
      tool("search", "tea", "nothing");
    }
    assertThat(values("pitwall.finding.active", "pitwall.finding.cause"))
        .containsExactly("agent:researcher");
    assertThat(values("pitwall.findings.open", "pitwall.finding.type")).containsExactly("loop");
    assertThat(eventNames()).contains("pitwall.finding.opened");

    researcher.end("gave up", null);
    desk.end("gave up", null);
    assertThat(eventNames()).contains("pitwall.finding.resolved");
    assertThat(eventNames().get(eventNames().size() - 1)).isEqualTo("pitwall.run.completed");
  }

  @Test
  void reportsWhatIsOverAsZero() {
    Operation<Object> desk = workflow("desk");
    assertThat(gauge("pitwall.runs.active")).containsExactly(1.0);
    desk.end("x", null);
    assertThat(gauge("pitwall.runs.active")).containsExactly(0.0);
    assertThat(gauge("pitwall.run.age")).containsExactly(0.0);
    assertThat(telemetry.getMetrics())
        .extracting(MetricData::getName)
        .doesNotContain("pitwall.run.progress.ratio");
  }

  @Test
  void boundsTheNamesThatAnApplicationMakesUp() {
    Operation<Object> desk = workflow("desk");
    for (int i = 0; i < 1000; i++) {
      member("agent-" + i, "k" + i).end("x", null);
    }
    desk.end("x", null);
    assertThat(values("gen_ai.invoke_agent.duration", "gen_ai.agent.name"))
        .hasSize(201)
        .contains("_OTHER");
    assertThat(values("pitwall.labels.overflowed", "pitwall.metric.name"))
        .contains("gen_ai.invoke_agent.duration");
  }

  @Test
  void swallowsItsOwnErrorsAndCountsThem() {
    observer.suppress("langchain4j-chat", new IllegalStateException("ours"));
    assertThat(values("pitwall.errors.suppressed", "pitwall.library.name"))
        .containsExactly("langchain4j-chat");
  }

  @Test
  void contentNeverLeaves() {
    Operation<Object> desk = workflow("desk");
    Operation<Object> writer = member("writer", "w");
    tool("search", SECRET, SECRET);
    observer.writeArtifact("draft", SECRET);
    writer.end(SECRET, null);
    observer.startApproval(new ApprovalRequest("release", "r")).end(SECRET, null);
    desk.end(SECRET, new IllegalStateException(SECRET));
    assertThat(telemetry.getSpans().toString()).doesNotContain(SECRET);
    assertThat(telemetry.getLogRecords().toString()).doesNotContain(SECRET);
    assertThat(telemetry.getMetrics().toString()).doesNotContain(SECRET);
  }

  private Operation<Object> workflow(String name) {
    return observer.startWorkflow(new WorkflowStart(name, name, Topology.SEQUENCE, 2, 1, null));
  }

  private Operation<Object> member(String name, String key) {
    return observer.startAgent(new AgentStart(name, key, null, null, Role.MEMBER));
  }

  private Operation<Object> service(String name) {
    return observer.startAgent(new AgentStart(name, name, null, null, Role.SERVICE));
  }

  private void model(int input, int output) {
    observer
        .startModelCall(new ModelRequest("openai", "m1", null, null))
        .end(new ModelReply("id", "m1", "stop", input, output), null);
  }

  private void tool(String name, String arguments, String result) {
    observer
        .startToolCall(new ToolRequest(name, "call", arguments))
        .end(new ToolResult(result, false), null);
  }

  private static SpanData span(Map<String, SpanData> spans, String name) {
    SpanData span = spans.get(name);
    assertThat(span).as(name).isNotNull();
    return Objects.requireNonNull(span);
  }

  private static List<String> eventNames() {
    return telemetry.getLogRecords().stream().map(LogRecordData::getEventName).toList();
  }

  private static MetricData metric(String name) {
    return telemetry.getMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  private static List<String> values(String metric, String attribute) {
    return metric(metric).getData().getPoints().stream()
        .map(PointData::getAttributes)
        .map(attributes -> attributes.get(AttributeKey.stringKey(attribute)))
        .toList();
  }

  private static List<Double> gauge(String name) {
    return metric(name).getDoubleGaugeData().getPoints().stream()
        .map(point -> point.getValue())
        .toList();
  }
}
