package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.settings.ControlSettings;
import dev.pitwall.agent.settings.DurableLogSettings;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.agent.settings.PitwallSettings.Semconv;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.bridge.ModelRequest.Parameters;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RetrievalRequest;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.engine.EngineSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of calls of models, and of the searches and tools beside them. */
class ModelCallTest {

  private static final Usage USAGE = new Usage(100, 50, 80, 5, 30);

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Observer observer = Bridge.observer();

  @BeforeEach
  void start() {
    start(Semconv.LEGACY);
  }

  private void start(Semconv semconv) {
    Startup.start(
        telemetry.getOpenTelemetry(),
        new Configured(
            new PitwallSettings(
                EngineSettings.DEFAULT,
                5,
                Duration.ZERO,
                "key",
                semconv,
                DurableLogSettings.NONE,
                null,
                null,
                ControlSettings.NONE),
            FileMethods.NONE),
        "1.0",
        "2.0",
        Clock.systemUTC());
    observer = Bridge.observer();
  }

  @Test
  void tellsHowTheModelWasAsked() {
    Parameters parameters = new Parameters(10, 0.5, 0.9, 40, 0.1, 0.2, List.of("END"), 7L, true);
    observer
        .startModelCall(new ModelRequest(Kind.CHAT, "openai", "m1", true, parameters))
        .end(new ModelReply("r1", "m1-2026", "stop", USAGE, 0.25), null);

    Attributes span = onlySpan("chat m1").getAttributes();
    assertThat(span.get(AttributeKey.longKey("gen_ai.request.max_tokens"))).isEqualTo(10);
    assertThat(span.get(AttributeKey.doubleKey("gen_ai.request.temperature"))).isEqualTo(0.5);
    assertThat(span.get(AttributeKey.doubleKey("gen_ai.request.top_p"))).isEqualTo(0.9);
    assertThat(span.get(AttributeKey.longKey("gen_ai.request.top_k"))).isEqualTo(40);
    assertThat(span.get(AttributeKey.doubleKey("gen_ai.request.frequency_penalty"))).isEqualTo(0.1);
    assertThat(span.get(AttributeKey.doubleKey("gen_ai.request.presence_penalty"))).isEqualTo(0.2);
    assertThat(span.get(AttributeKey.stringArrayKey("gen_ai.request.stop_sequences")))
        .containsExactly("END");
    assertThat(span.get(AttributeKey.longKey("gen_ai.request.seed"))).isEqualTo(7);
    assertThat(span.get(AttributeKey.stringKey("gen_ai.output.type"))).isEqualTo("json");
    assertThat(span.get(AttributeKey.booleanKey("gen_ai.request.stream"))).isTrue();
    assertThat(span.get(AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk")))
        .isEqualTo(0.25);
    assertThat(span.get(AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens")))
        .isEqualTo(80);
    assertThat(span.get(AttributeKey.longKey("gen_ai.usage.cache_write.input_tokens")))
        .isEqualTo(5);
    assertThat(span.get(AttributeKey.longKey("gen_ai.usage.reasoning.output_tokens")))
        .isEqualTo(30);
  }

  @Test
  void saysNothingOfWhatIsNotKnown() {
    observer.startModelCall(new ModelRequest("openai", null, null, null)).end(null, null);

    assertThat(onlySpan("chat").getAttributes().asMap().keySet())
        .extracting(AttributeKey::getKey)
        .containsExactlyInAnyOrder("gen_ai.operation.name", "gen_ai.provider.name");
  }

  @Test
  void legacyMetricsCountNoTokenTwice() {
    chat("m1", new ModelReply("r", "m1", "stop", USAGE, 0.25), null);

    assertThat(points("gen_ai.client.token.usage"))
        .extracting(point -> label(point, "gen_ai.token.type"))
        .containsExactlyInAnyOrder("input", "output");
    assertThat(points("gen_ai.client.operation.duration")).hasSize(1);
    assertThat(points("gen_ai.client.operation.time_to_first_chunk")).hasSize(1);
    assertThat(metricNames()).noneMatch(name -> name.startsWith("gen_ai.client.inference"));
  }

  @Test
  void latestMetricsTakeTheirPlace() {
    start(Semconv.LATEST);
    chat("m1", new ModelReply("r", "m1", "stop", USAGE, 0.25), null);

    assertThat(counts("gen_ai.client.inference.usage.input_tokens")).containsExactly(100L);
    assertThat(counts("gen_ai.client.inference.usage.output_tokens")).containsExactly(50L);
    assertThat(counts("gen_ai.client.inference.usage.cache_read.input_tokens"))
        .containsExactly(80L);
    assertThat(counts("gen_ai.client.inference.usage.cache_write.input_tokens"))
        .containsExactly(5L);
    assertThat(counts("gen_ai.client.inference.usage.reasoning.output_tokens"))
        .containsExactly(30L);
    assertThat(metricNames())
        .contains(
            "gen_ai.client.inference.duration",
            "gen_ai.client.inference.time_to_first_chunk",
            "gen_ai.client.inference.operation.input_tokens",
            "gen_ai.client.inference.operation.output_tokens")
        .noneMatch(name -> name.startsWith("gen_ai.client.operation"))
        .doesNotContain("gen_ai.client.token.usage");
  }

  @Test
  void latestMetricsCountZeroWhereNothingWasReported() {
    start(Semconv.LATEST);
    chat("m1", null, new IllegalStateException());

    assertThat(counts("gen_ai.client.inference.usage.input_tokens")).containsExactly(0L);
    assertThat(metricNames()).doesNotContain("gen_ai.client.inference.operation.input_tokens");
  }

  @Test
  void otherCallsKeepTheCommonDurationInBothGenerations() {
    start(Semconv.LATEST);
    embeddings(12);
    observer.startRetrieval(new RetrievalRequest("faq", 3)).end(null, null);

    assertThat(points("gen_ai.client.operation.duration"))
        .extracting(point -> label(point, "gen_ai.operation.name"))
        .containsExactlyInAnyOrder("embeddings", "retrieval");
  }

  @Test
  void agentsAndWorkflowsKnowEveryKindOfToken() {
    Operation<Object> agent = agent("writer", null);
    chat("m1", new ModelReply("r", "m1", "stop", USAGE, null), null);
    embeddings(12);
    agent.end(null, null);

    Map<String, Long> byType = new TreeMap<>();
    for (LongPointData point : longs("pitwall.tokens.used")) {
      assertThat(label(point, "gen_ai.agent.name")).isEqualTo("writer");
      byType.merge(
          label(point, "gen_ai.request.model") + " " + label(point, "gen_ai.token.type"),
          point.getValue(),
          Long::sum);
    }
    assertThat(byType)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "m1 input", 100L,
                "m1 output", 50L,
                "m1 cache_read", 80L,
                "m1 cache_write", 5L,
                "m1 reasoning", 30L,
                "e1 input", 12L));
  }

  @Test
  void countsAnswersThatDoNotTellTheirTokens() {
    chat("m1", new ModelReply("r", "m1", "stop", null, (Double) null), null);
    chat("m1", ModelReply.cancelled(0.1), null);
    chat("m1", new ModelReply("r", "m1", "stop", USAGE, null), null);
    chat("m1", null, new IllegalStateException("refused"));

    assertThat(counts("pitwall.usage.missing")).containsExactly(2L);
    assertThat(points("pitwall.usage.missing"))
        .extracting(point -> label(point, "gen_ai.request.model"))
        .containsExactly("m1");
  }

  @Test
  void aCancelledCallIsNoError() {
    chat("m1", ModelReply.cancelled(null), null);

    SpanData span = onlySpan("chat m1");
    assertThat(span.getStatus().getStatusCode().name()).isEqualTo("UNSET");
    assertThat(
            span.getAttributes().get(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons")))
        .containsExactly("cancelled");
  }

  @Test
  void onlyACallOfTheSameKindRightInsideIsTheSameCall() {
    Operation<ModelReply> outer = call(Kind.CHAT, "router");
    Operation<ModelReply> same = call(Kind.CHAT, "m1");
    Operation<ModelReply> cache = call(Kind.EMBEDDINGS, "e1");
    Operation<ToolResult> tool = observer.startToolCall(new ToolRequest("translate", "1", "{}"));
    Operation<ModelReply> ofTheTool = call(Kind.CHAT, "m2");
    ofTheTool.end(null, null);
    tool.end(null, null);
    cache.end(null, null);
    same.end(null, null);
    outer.end(null, null);

    assertThat(telemetry.getSpans())
        .extracting(SpanData::getName)
        .containsExactly("chat m2", "execute_tool translate", "embeddings e1", "chat router");
  }

  @Test
  void aRetrievalIsOneHoweverManySourcesItIsMadeOf() {
    Operation<Object> retriever = observer.startRetrieval(new RetrievalRequest(null, null));
    Operation<Object> store = observer.startRetrieval(new RetrievalRequest(null, 5));
    store.end(null, null);
    retriever.end(null, null);

    assertThat(telemetry.getSpans()).extracting(SpanData::getName).containsExactly("retrieval");
  }

  @Test
  void callsOfAnAgentCarryItsConversation() {
    Operation<Object> outer = agent("host", "conversation-1");
    Operation<Object> inner = agent("guest", null);
    chat("m1", null, null);
    observer.startToolCall(new ToolRequest("search", null, null)).end(null, null);
    inner.end(null, null);
    outer.end(null, null);

    assertThat(telemetry.getSpans())
        .hasSize(4)
        .extracting(
            span -> span.getAttributes().get(AttributeKey.stringKey("gen_ai.conversation.id")))
        .containsOnly("conversation-1");
  }

  @Test
  void aCallBackBelongsToWhoeverAsked() {
    Operation<Object> agent = agent("writer", null);
    Operation<ModelReply> call = call(Kind.CHAT, "m1");
    call.detach();
    call.end(null, null);
    try (var activation = call.activateCaller()) {
      observer.startToolCall(new ToolRequest("search", null, null)).end(null, null);
      call(Kind.CHAT, "m2").end(null, null);
    }
    agent.end(null, null);

    String parent = onlySpan("invoke_agent writer").getSpanId();
    assertThat(onlySpan("execute_tool search").getParentSpanId()).isEqualTo(parent);
    assertThat(onlySpan("chat m2").getParentSpanId()).isEqualTo(parent);
  }

  @Test
  void toolsThatDoNotExistShareALabel() {
    observer
        .startToolCall(new ToolRequest("made-up", "1", "{}"))
        .end(new ToolResult("no such tool", ToolResult.UNKNOWN_TOOL), null);

    assertThat(
            onlySpan("execute_tool made-up")
                .getAttributes()
                .get(AttributeKey.stringKey("error.type")))
        .isEqualTo("unknown_tool");
    assertThat(points("gen_ai.execute_tool.duration"))
        .extracting(point -> label(point, "gen_ai.tool.name"))
        .containsExactly("_OTHER");
  }

  private Operation<Object> agent(String name, @Nullable String conversation) {
    return observer.startAgent(new AgentStart(name, name, null, null, Role.SERVICE, conversation));
  }

  private Operation<ModelReply> call(Kind kind, String model) {
    return observer.startModelCall(new ModelRequest(kind, "openai", model, false, Parameters.NONE));
  }

  private void chat(String model, @Nullable ModelReply reply, @Nullable Throwable error) {
    call(Kind.CHAT, model).end(reply, error);
  }

  private void embeddings(int tokens) {
    call(Kind.EMBEDDINGS, "e1")
        .end(
            new ModelReply(null, "e1", null, new Usage(tokens, null, null, null, null), null),
            null);
  }

  private static SpanData onlySpan(String name) {
    List<SpanData> spans =
        telemetry.getSpans().stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(spans).as(name).hasSize(1);
    return spans.get(0);
  }

  private static List<String> metricNames() {
    return telemetry.getMetrics().stream().map(MetricData::getName).toList();
  }

  private static Collection<? extends PointData> points(String metric) {
    return metric(metric).getData().getPoints();
  }

  private static Collection<LongPointData> longs(String metric) {
    return metric(metric).getLongSumData().getPoints();
  }

  private static List<Long> counts(String metric) {
    return longs(metric).stream().map(LongPointData::getValue).toList();
  }

  private static MetricData metric(String name) {
    return telemetry.getMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  private static String label(PointData point, String key) {
    return Objects.requireNonNullElse(
        point.getAttributes().get(AttributeKey.stringKey(key)), "absent");
  }
}
