package dev.pitwall.sample.simulator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpWriterTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path folder;
  private final Recording recording = new Recording();

  @BeforeEach
  void record() {
    recording.add(tool("b7ad6b7169203331", 1_000, 2_000, null));
    recording.add(tool("00f067aa0ba902b7", 2_000, 60_000, "timeout"));
    recording.add(
        new LogRecord(
            Events.RUN_PLANNED.name(),
            500,
            TRACE,
            "b7ad6b7169203331",
            new Attributes()
                .with(Pitwall.RUN_ID, "r1")
                .with(Pitwall.MILESTONE_NAMES, List.of("draft"))));
  }

  @Test
  void aLineIsAnExportRequestOfWhatEndedTogether() throws IOException {
    new OtlpWriter(Coverage.FULL).write(recording, folder);
    List<JsonNode> lines = lines("traces.jsonl");
    assertThat(lines).hasSize(2);
    JsonNode span = lines.get(1).at("/resourceSpans/0/scopeSpans/0/spans/0");
    assertThat(span.path("traceId").asText()).isEqualTo(TRACE);
    assertThat(span.path("endTimeUnixNano").asText()).isEqualTo("60000000000");
    assertThat(span.at("/status/code").asInt()).isEqualTo(2);
    assertThat(attribute(span, "error.type").path("stringValue").asText()).isEqualTo("timeout");
    JsonNode entry = lines("logs.jsonl").get(0).at("/resourceLogs/0/scopeLogs/0/logRecords/0");
    assertThat(entry.path("eventName").asText()).isEqualTo("pitwall.run.planned");
    assertThat(attribute(entry, "pitwall.milestone.names").at("/arrayValue/values/0/stringValue"))
        .hasToString("\"draft\"");
  }

  @Test
  void fullTelemetryCarriesHashesAndNeverContent() throws IOException {
    new OtlpWriter(Coverage.FULL).write(recording, folder);
    assertThat(Files.readString(folder.resolve("traces.jsonl")))
        .contains("pitwall.tool.arguments.hash", "pitwall.output.hash")
        .doesNotContain("what time is it");
  }

  @Test
  void standardSpansCarryNothingOfOurs() throws IOException {
    new OtlpWriter(Coverage.STANDARD).write(recording, folder);
    assertThat(Files.readString(folder.resolve("traces.jsonl")))
        .contains("gen_ai.tool.name")
        .doesNotContain("pitwall", "what time is it");
    assertThat(folder.resolve("logs.jsonl")).doesNotExist();
  }

  @Test
  void contentIsOnStandardSpansWhereItIsCaptured() throws IOException {
    new OtlpWriter(Coverage.STANDARD_WITH_CONTENT).write(recording, folder);
    assertThat(Files.readString(folder.resolve("traces.jsonl")))
        .contains("gen_ai.tool.call.arguments", "what time is it")
        .doesNotContain("pitwall");
  }

  private static Span tool(String id, long start, long end, @Nullable String error) {
    return new Span(
        TRACE,
        id,
        null,
        "execute_tool clock",
        false,
        start,
        end,
        new Attributes()
            .with(GenAi.OPERATION, "execute_tool")
            .with(GenAi.TOOL, "clock")
            .with(Pitwall.RUN_ID, "r1"),
        new Content("what time is it", "noon"),
        error);
  }

  private List<JsonNode> lines(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      nodes.add(json.readTree(line));
    }
    return nodes;
  }

  private static JsonNode attribute(JsonNode node, String key) {
    for (JsonNode attribute : node.path("attributes")) {
      if (attribute.path("key").asText().equals(key)) {
        return attribute.path("value");
      }
    }
    throw new AssertionError("no " + key + " in " + node);
  }
}
