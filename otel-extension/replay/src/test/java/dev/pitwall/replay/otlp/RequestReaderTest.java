package dev.pitwall.replay.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pitwall.engine.signal.Usage;
import dev.pitwall.replay.otlp.RequestReader.MalformedLine;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Closed;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import dev.pitwall.replay.record.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

  private final RequestReader reader = new RequestReader();

  private List<Observation> read(String line) throws MalformedLine {
    List<Observation> read = new ArrayList<>();
    // Not at the beginning of the buffer, as most lines are not.
    byte[] bytes = ("xxx" + line + "yyy").getBytes(StandardCharsets.UTF_8);
    int length = line.getBytes(StandardCharsets.UTF_8).length;
    reader.read(bytes, 3, length, read);
    return read;
  }

  private Step step(String attributes, String more) throws MalformedLine {
    List<Observation> read = read(span(attributes, more));
    assertThat(read).hasSize(2);
    assertThat(read.get(0)).isInstanceOf(Opened.class);
    Span span = ((Closed) read.get(1)).span();
    Step step = span.step();
    return Objects.requireNonNull(step);
  }

  private static String span(String attributes, String more) {
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"crew\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"x\"},\"spans\":[{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\",\"parentSpanId\":\"00000000000000ff\",\"name\":\"execute_tool search\",\"startTimeUnixNano\":\"1764378000000000001\",\"endTimeUnixNano\":\"1764378000000000009\",\"attributes\":["
        + attributes
        + "]"
        + more
        + "}]}]}]}";
  }

  private static String text(String key, String value) {
    return "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(key, value);
  }

  private static String number(String key, String value) {
    return "{\"key\":\"%s\",\"value\":{\"intValue\":%s}}".formatted(key, value);
  }

  @Test
  void aSpanKeepsItsPlace() throws MalformedLine {
    Span span = ((Opened) read(span("", "")).get(0)).span();
    assertThat(span)
        .isEqualTo(
            new Span(
                new TraceId(0x5b8efff798038103L, 0xd269b633813fc60cL),
                0xeee19b7ec3c1b174L,
                0xff,
                1764378000000000001L,
                1764378000000000009L,
                null));
    assertThat(span.trace().text()).isEqualTo("5b8efff798038103d269b633813fc60c");
    assertThat(reader.latest()).isEqualTo(1764378000000000009L);
  }

  @ParameterizedTest
  @CsvSource({
    "invoke_workflow, WORKFLOW",
    "invoke_agent, AGENT",
    "chat, MODEL",
    "text_completion, MODEL",
    "generate_content, MODEL",
    "execute_tool, TOOL"
  })
  void operationsOfTheConventionsAreSteps(String operation, StepKind kind) throws MalformedLine {
    assertThat(step(text("gen_ai.operation.name", operation), "").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"embeddings", "create_agent", "something new"})
  void othersAreNot(String operation) throws MalformedLine {
    assertThat(read(span(text("gen_ai.operation.name", operation), ""))).hasSize(1);
  }

  @Test
  void bothGenerationsOfNamesSayTheSame() throws MalformedLine {
    String now =
        String.join(
            ",",
            text("gen_ai.operation.name", "chat"),
            text("gen_ai.provider.name", "openai"),
            text("gen_ai.request.model", "gpt-4o"),
            number("gen_ai.usage.input_tokens", "\"12\""),
            number("gen_ai.usage.output_tokens", "\"3\""));
    String before =
        String.join(
            ",",
            text("gen_ai.system", "openai"),
            text("gen_ai.request.model", "gpt-4o"),
            number("gen_ai.usage.prompt_tokens", "12"),
            number("gen_ai.usage.completion_tokens", "3"));
    assertThat(step(before, "")).isEqualTo(step(now, ""));
    assertThat(step(now, "").usage()).isEqualTo(Usage.of(12, 3));
    assertThat(step(now, "").provider()).isEqualTo("openai");
  }

  @Test
  void contentIsHashedAndEqualContentIsEqual() throws MalformedLine {
    String tool = text("gen_ai.operation.name", "execute_tool") + ",";
    String arguments = text("gen_ai.tool.call.arguments", "{\\\"q\\\":\\\"é\\\"}");
    String structured =
        "{\"key\":\"gen_ai.tool.call.arguments\",\"value\":{\"kvlistValue\":{\"values\":[{\"key\":\"q\",\"value\":{\"stringValue\":\"é\"}}]}}}";
    Step first = step(tool + arguments, "");
    assertThat(first.input()).hasSize(16).isEqualTo(step(tool + arguments, "").input());
    assertThat(step(tool + structured, "").input())
        .hasSize(16)
        .isEqualTo(step(tool + structured, "").input())
        .isNotEqualTo(first.input());
    assertThat(step(tool + structured.replace("é", "e"), "").input())
        .isNotEqualTo(step(tool + structured, "").input());
    assertThat(first.name()).as("from the span's name").isEqualTo("search");
  }

  @Test
  void anErrorIsItsTypeOrItsExceptionsClass() throws MalformedLine {
    String chat = text("gen_ai.operation.name", "chat");
    String failed = ",\"status\":{\"message\":\"m\",\"code\":2}";
    String exception =
        ",\"events\":[{\"name\":\"exception\",\"attributes\":["
            + text("exception.type", "TimeoutError")
            + ","
            + text("exception.message", "secret")
            + "]}]";
    assertThat(step(chat, "").error()).isNull();
    assertThat(step(chat, exception).error()).as("handled").isNull();
    assertThat(step(chat, failed).error()).isEqualTo("_OTHER");
    assertThat(step(chat, exception + failed).error()).isEqualTo("TimeoutError");
    assertThat(step(chat + "," + text("error.type", "429"), failed).error()).isEqualTo("429");
  }

  @Test
  void anInputThatWasTooLongIsKnownByTheProvidersWords() throws MalformedLine {
    String chat =
        text("gen_ai.operation.name", "chat") + "," + text("error.type", "BadRequestError");
    String words = "This model's maximum context length is 8192 tokens";
    String status = ",\"status\":{\"message\":\"%s\",\"code\":2}";
    assertThat(step(chat, status.formatted(words)).error()).isEqualTo("context_length_exceeded");
    assertThat(step(chat, status.formatted("no")).error()).isEqualTo("BadRequestError");
    String exception =
        ",\"status\":{\"code\":2},\"events\":[{\"attributes\":["
            + text("exception.message", words)
            + "]}]";
    assertThat(step(chat, exception).error()).isEqualTo("context_length_exceeded");
  }

  @Test
  void anEntryOfTheLogIsReadWithItsNameAtTheEnd() throws MalformedLine {
    String line =
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"1764378000001000000\",\"observedTimeUnixNano\":\"1764378000001234567\",\"body\":{\"stringValue\":\"x\"},\"attributes\":["
            + String.join(
                ",",
                text("pitwall.run.id", "r1"),
                text("gen_ai.workflow.name", "desk"),
                number("pitwall.event.sequence", "\"4\""),
                text("gen_ai.agent.name", "writer"),
                "{\"key\":\"pitwall.task.dependencies\",\"value\":{\"arrayValue\":{\"values\":[{\"stringValue\":\"a\"},{\"stringValue\":\"b\"}]}}}",
                text("gen_ai.input.messages", "secret"))
            + "],\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"00000000000000ff\",\"eventName\":\"pitwall.task.created\"}]}]}]}";
    Logged logged = (Logged) read(line).get(0);
    assertThat(logged.nanos()).as("right after the time it tells").isEqualTo(1764378000001234567L);
    assertThat(logged.sequence()).isEqualTo(4);
    assertThat(logged.within()).isEqualTo(0xff);
    assertThat(logged.entry().run()).isEqualTo("r1");
    assertThat(logged.entry().workflow()).isEqualTo("desk");
    assertThat(logged.entry().at()).isEqualTo(1764378000001L);
    assertThat(logged.entry().attributes())
        .containsOnlyKeys("gen_ai.agent.name", "pitwall.task.dependencies")
        .containsEntry("pitwall.task.dependencies", List.of("a", "b"));
  }

  @Test
  void theTimeOfMetricsIsHeard() throws MalformedLine {
    assertThat(
            read(
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"gauge\":{\"dataPoints\":[{\"timeUnixNano\":\"77\"},{\"timeUnixNano\":5}]}}]}]}]}"))
        .isEmpty();
    assertThat(reader.latest()).isEqualTo(77);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"resource\":1}",
        "{\"resourceSpans\":[]} {}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":",
        "nonsense"
      })
  void whatIsNoExportRequestIsSaidToBeNone(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(MalformedLine.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceSpans\":null}",
        "{\"resourceSpans\":{\"a\":[1]}}",
        "{\"resourceSpans\":[1,null,{\"resource\":3,\"scopeSpans\":{}}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"scope\":[],\"spans\":[{\"spanId\":{\"a\":[]},\"attributes\":{\"b\":1},\"events\":{},\"status\":[],\"kind\":{}}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"attributes\":[1,{\"key\":{\"c\":1},\"value\":2},{\"key\":\"gen_ai.tool.name\",\"value\":{\"stringValue\":{\"d\":[]}}}]}]}]}]}",
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":[],\"attributes\":[{\"key\":\"pitwall.run.id\",\"value\":{\"arrayValue\":{\"values\":[1,[]]}}}]}]}]}]}",
        "{\"resourceMetrics\":{}}"
      })
  void whatIsOddIsPassedOver(String line) throws MalformedLine {
    assertThat(read(line)).isEmpty();
    // And nothing of it is left in the way of the next.
    assertThat(read(span(text("gen_ai.operation.name", "chat"), ""))).hasSize(2);
  }
}
