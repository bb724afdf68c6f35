package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's own MCP client and a real server in a process of its own, in the real agent. */
class McpIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.McpApp";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder = Path.of("");

  private static Attached bare;
  private static Attached watched;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    bare = Attached.run(Attached.applicationClassPath(), APPLICATION, List.of(), notes("bare"));
    watched =
        Attached.run(
            Attached.applicationClassPath(),
            APPLICATION,
            Attached.flags(Attached.NEWEST),
            notes("watched"));
  }

  @Test
  void changesNothing() {
    assertThat(watched.exit()).isEqualTo(bare.exit()).isZero();
    assertThat(watched.out()).isEqualTo(bare.out());
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
  }

  @Test
  void everyRequestIsOneSpan() {
    assertThat(watched.spans().stream().filter(span -> !method(span).isEmpty()))
        .extracting(span -> span.path("name").asText() + " " + error(span))
        .containsExactlyInAnyOrder(
            "initialize ",
            "tools/list ",
            "tools/call search ",
            "tools/call fail tool_error",
            "tools/call silence java.util.concurrent.TimeoutException",
            // The agent's call has its span already.
            "execute_tool search ");
    assertThat(watched.spans().stream().filter(span -> !method(span).isEmpty()))
        .allSatisfy(
            span -> assertThat(Attached.attribute(span, "network.transport")).isEqualTo("pipe"));
    assertThat(watched.metrics("mcp.client.operation.duration")).isNotEmpty();
  }

  @Test
  void theServerIsToldWhichSpanItsWorkBelongsTo() throws IOException {
    List<String> called = new ArrayList<>();
    for (JsonNode request : requests("watched")) {
      if (!request.path("method").asText().equals("tools/call")) {
        continue;
      }
      JsonNode meta = request.path("params").path("_meta");
      assertThat(meta.path("tenant").asText()).as("the application's own").isEqualTo("tea");
      assertThat(meta.has("baggage")).isFalse();
      called.add(spanOf(meta.path("traceparent").asText()));
    }
    assertThat(called)
        .containsExactly(
            "tools/call search", "tools/call fail", "tools/call silence", "execute_tool search");
  }

  @Test
  void nothingElseOfARequestChanges() throws IOException {
    assertThat(requests("watched").stream().map(McpIT::withoutTrace).toList())
        .isEqualTo(requests("bare").stream().map(McpIT::withoutTrace).toList());
  }

  private static String notes(String name) {
    return folder.resolve(name).toString();
  }

  private static List<JsonNode> requests(String name) throws IOException {
    List<JsonNode> requests = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(notes(name)))) {
      requests.add(Objects.requireNonNull(JSON.readTree(line)));
    }
    return requests;
  }

  private static JsonNode withoutTrace(JsonNode request) {
    JsonNode copy = request.deepCopy();
    if (copy.path("params").path("_meta") instanceof ObjectNode meta) {
      meta.remove(List.of("traceparent", "tracestate"));
    }
    return copy;
  }

  private static String spanOf(String traceParent) {
    String[] parts = traceParent.split("-", -1);
    return watched.spans().stream()
        .filter(span -> span.path("traceId").asText().equals(parts[1]))
        .filter(span -> span.path("spanId").asText().equals(parts[2]))
        .map(span -> span.path("name").asText())
        .findFirst()
        .orElse("no span of " + traceParent);
  }

  private static String method(JsonNode span) {
    return Attached.attribute(span, "mcp.method.name");
  }

  private static String error(JsonNode span) {
    return Attached.attribute(span, "error.type");
  }
}
