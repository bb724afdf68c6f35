package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * LangChain4j's own MCP client in the real agent, with a real server in a process of its own and
 * over HTTP.
 */
class McpIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.McpApp";
  private static final String STDIO = "stdio";
  private static final String HTTP = "http";
  private static final String BARE = "bare-";
  private static final String WATCHED = "watched-";
  private static final int CLIENT = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder = Path.of("");

  private static final Map<String, Attached> runs = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {STDIO, HTTP})
  void changesNothing(String transport) throws IOException, InterruptedException {
    Attached bare = bare(transport);
    Attached watched = watched(transport);
    assertThat(watched.exit()).isEqualTo(bare.exit()).isZero();
    assertThat(watched.out()).isEqualTo(bare.out());
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {STDIO, HTTP})
  void everyRequestIsOneSpan(String transport) throws IOException, InterruptedException {
    Attached watched = watched(transport);
    assertThat(requestSpans(watched))
        .extracting(span -> span.path("name").asText() + " " + error(span))
        .containsExactlyInAnyOrder(
            "initialize ",
            "tools/list ",
            "tools/call search ",
            "tools/call fail tool_error",
            "tools/call silence java.util.concurrent.TimeoutException",
            // The agent's call has its span already.
            "execute_tool search ");
    assertThat(requestSpans(watched))
        .allSatisfy(
            span ->
                assertThat(Attached.attribute(span, "network.transport"))
                    .isEqualTo(transport.equals(HTTP) ? "tcp" : "pipe"));
    assertThat(watched.metrics("mcp.client.operation.duration")).isNotEmpty();
  }

  @Test
  void whatTravelsOverHttpIsBelowTheRequest() throws IOException, InterruptedException {
    Attached watched = watched(HTTP);
    List<JsonNode> requests = requestSpans(watched);
    List<String> below =
        watched.spans().stream()
            .filter(span -> span.path("kind").asInt() == CLIENT && method(span).isEmpty())
            .filter(span -> span.path("name").asText().equals("POST"))
            .map(
                post ->
                    requests.stream()
                        .filter(span -> span.path("spanId").equals(post.path("parentSpanId")))
                        .map(span -> span.path("name").asText())
                        .findFirst()
                        .orElse("nothing"))
            .toList();
    assertThat(below)
        .contains(
            "initialize",
            "tools/list",
            "tools/call search",
            "tools/call fail",
            "tools/call silence",
            "execute_tool search")
        // The notification after the first answer comes from a thread of the HTTP client.
        .containsOnlyOnce("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {STDIO, HTTP})
  void theServerIsToldWhichSpanItsWorkBelongsTo(String transport)
      throws IOException, InterruptedException {
    Attached watched = watched(transport);
    List<String> called = new ArrayList<>();
    for (JsonNode request : requests(WATCHED + transport)) {
      if (!request.path("method").asText().equals("tools/call")) {
        continue;
      }
      JsonNode meta = request.path("params").path("_meta");
      assertThat(meta.path("tenant").asText()).as("the application's own").isEqualTo("tea");
      assertThat(meta.has("baggage")).isFalse();
      called.add(spanOf(watched, meta.path("traceparent").asText()));
    }
    assertThat(called)
        .containsExactly(
            "tools/call search", "tools/call fail", "tools/call silence", "execute_tool search");
  }

  @ParameterizedTest
  @ValueSource(strings = {STDIO, HTTP})
  void nothingElseOfARequestChanges(String transport) throws IOException, InterruptedException {
    bare(transport);
    watched(transport);
    assertThat(requests(WATCHED + transport).stream().map(McpIT::withoutTrace).toList())
        .isEqualTo(requests(BARE + transport).stream().map(McpIT::withoutTrace).toList());
  }

  private static Attached bare(String transport) throws IOException, InterruptedException {
    return run(BARE, transport, List.of());
  }

  private static Attached watched(String transport) throws IOException, InterruptedException {
    return run(WATCHED, transport, Attached.flags(Attached.NEWEST));
  }

  private static Attached run(String name, String transport, List<String> flags)
      throws IOException, InterruptedException {
    Attached run = runs.get(name + transport);
    if (run == null) {
      String notes = notes(name + transport);
      String[] arguments =
          transport.equals(HTTP) ? new String[] {notes, HTTP} : new String[] {notes};
      run = Attached.run(Attached.applicationClassPath(), APPLICATION, flags, arguments);
      runs.put(name + transport, run);
    }
    return run;
  }

  private static List<JsonNode> requestSpans(Attached watched) {
    return watched.spans().stream().filter(span -> !method(span).isEmpty()).toList();
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

  private static String spanOf(Attached watched, String traceParent) {
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
