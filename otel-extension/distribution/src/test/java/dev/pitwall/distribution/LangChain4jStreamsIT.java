package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only some versions of LangChain4j can do, each where it came and at the newest. */
class LangChain4jStreamsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1.11.0", LangChain4j.NEWEST})
  void aHandlerHearsEverythingAndEndsWhatItGivesUp(String version)
      throws IOException, InterruptedException {
    Attached watched = new LangChain4j(version).watch(folder, "CancelApp");

    assertThat(watched.out())
        .contains(
            "[thinking hm, tool call t, modern answer, modern to, modern one, modern two, complete]",
            "[thinking hm, tool call t, classic answer, classic to, classic one, classic two, complete]",
            "[thinking hm, tool call t, modern answer]")
        .anyMatch(line -> line.startsWith("uncaught java.lang.IllegalArgumentException"));
    assertThat(LangChain4j.parents(watched))
        .containsExactlyInAnyOrder(
            "chat scripted",
            "chat scripted",
            "chat scripted",
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer");
    assertThat(finishReasons(watched))
        .containsExactlyInAnyOrder("stop", "stop", "cancelled", "cancelled");
    assertThat(named(watched, "invoke_agent Streamer"))
        .extracting(span -> Attached.attribute(span, "error.type"))
        .containsExactly("java.util.concurrent.CancellationException");
    assertThat(LangChain4j.sums(watched, "pitwall.usage.missing", "gen_ai.request.model"))
        .isEqualTo(Map.of("scripted", 2L));
  }

  @Test
  void futuresAndPublishersAreWhatTheyWere() throws IOException, InterruptedException {
    Attached watched = new LangChain4j(LangChain4j.NEWEST_CORE).watch(folder, "AsyncApp");

    // Three futures, two subscriptions of the one publisher, one handler; nobody asked the other.
    assertThat(LangChain4j.parents(watched))
        .containsExactlyInAnyOrder(
            "chat scripted",
            "chat scripted",
            "chat scripted",
            "chat scripted",
            "chat scripted",
            "chat scripted");
    assertThat(finishReasons(watched))
        .containsExactlyInAnyOrder("stop", "cancelled", "stop", "cancelled", "stop");
    assertThat(named(watched, "chat scripted"))
        .extracting(span -> Attached.attribute(span, "error.type"))
        .filteredOn(error -> !error.isEmpty())
        .containsExactly("java.lang.IllegalStateException");
    assertThat(named(watched, "chat scripted"))
        .filteredOn(span -> Attached.attribute(span, "gen_ai.request.stream").equals("true"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.0", "1.4.0", LangChain4j.NEWEST})
  void aGuardrailCountsItsAttempts(String version) throws IOException, InterruptedException {
    Attached watched = new LangChain4j(version).watch(folder, "GuardrailApp");

    assertThat(
            watched.events().stream()
                .filter(event -> event.path("eventName").asText().equals("pitwall.gate.decided"))
                .map(LangChain4jStreamsIT::verdict))
        .containsExactly(
            "Polite 1 passed pass",
            "Patient 1 failed retry",
            "Patient 2 failed retry",
            "Patient 3 passed pass",
            "Polite 1 passed pass",
            "Never 1 failed retry",
            "Never 2 failed reject",
            "Polite 1 passed pass",
            "Broken 1 error reject");
    // 1.1.0 asks once more before it gives up.
    int asked = version.equals("1.1.0") ? 7 : 6;
    assertThat(LangChain4j.parents(watched))
        .filteredOn(span -> span.equals("chat scripted < invoke_agent Assistant"))
        .hasSize(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.11.0", LangChain4j.NEWEST})
  void aGuardrailOnAStreamIsOfWhoeverAsked(String version)
      throws IOException, InterruptedException {
    Attached watched = new LangChain4j(version).watch(folder, "StreamGuardrailApp");

    assertThat(
            watched.events().stream()
                .filter(event -> event.path("eventName").asText().equals("pitwall.gate.decided"))
                .map(LangChain4jStreamsIT::verdict))
        .containsExactly(
            "Patient 1 failed retry", "Patient 2 passed pass", "Never 1 failed reject");
    assertThat(LangChain4j.parents(watched))
        .containsExactlyInAnyOrder(
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4.0", LangChain4j.NEWEST})
  void toolsAtOnceBelongToWhoeverAsked(String version) throws IOException, InterruptedException {
    assertConcurrent(new LangChain4j(version).watch(folder, "ConcurrentApp", "pool"));
  }

  @Test
  void toolsOnVirtualThreadsBelongToWhoeverAsked() throws IOException, InterruptedException {
    assertConcurrent(
        new LangChain4j(LangChain4j.NEWEST)
            .watch(JavaHomes.of(25), folder, "ConcurrentApp", "virtual"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.11.0", LangChain4j.NEWEST})
  void whatToolsAreAskedAndWhereTheirAnswersGo(String version)
      throws IOException, InterruptedException {
    Attached watched = new LangChain4j(version).watch(folder, "ToolsApp");

    assertThat(LangChain4j.parents(watched))
        .containsExactlyInAnyOrder(
            // Straight back to the application: nobody asks the model again.
            "invoke_agent Direct",
            "chat scripted < invoke_agent Direct",
            "execute_tool publish < invoke_agent Direct",
            // Asked for nonsense, and told so.
            "invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant",
            "execute_tool count < invoke_agent Assistant",
            "execute_tool garbled < invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant",
            // Asked for nonsense, and the service fails.
            "invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant",
            "execute_tool garbled < invoke_agent Assistant",
            // At once, while the answer is streamed.
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "execute_tool search < invoke_agent Streamer",
            "execute_tool broken < invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "execute_tool publish < invoke_agent Streamer");
    assertThat(errors(watched, "execute_tool count"))
        .containsExactly("java.lang.IllegalArgumentException");
    assertThat(errors(watched, "execute_tool garbled"))
        .hasSize(2)
        .allMatch(error -> error.startsWith("com.fasterxml.jackson.core."));
    assertThat(errors(watched, "execute_tool broken"))
        .containsExactly("java.lang.UnsupportedOperationException");
    assertThat(errors(watched, "execute_tool publish")).containsExactly("", "");
    assertThat(errors(watched, "invoke_agent Streamer")).containsExactly("", "");
  }

  private static void assertConcurrent(Attached watched) {
    assertThat(LangChain4j.parents(watched))
        .containsExactlyInAnyOrder(
            "invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant",
            "execute_tool search < invoke_agent Assistant",
            "execute_tool broken < invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant");
    assertThat(errors(watched, "execute_tool broken"))
        .containsExactly("java.lang.UnsupportedOperationException");
  }

  private static List<String> errors(Attached watched, String name) {
    return named(watched, name).stream()
        .map(span -> Attached.attribute(span, "error.type"))
        .toList();
  }

  private static List<JsonNode> named(Attached watched, String name) {
    return watched.spans().stream()
        .filter(span -> span.path("name").asText().equals(name))
        .toList();
  }

  private static Stream<String> finishReasons(Attached watched) {
    return named(watched, "chat scripted").stream()
        .flatMap(span -> attributeValues(span, "gen_ai.response.finish_reasons"));
  }

  private static Stream<String> attributeValues(JsonNode span, String key) {
    Stream.Builder<String> values = Stream.builder();
    for (JsonNode attribute : span.path("attributes")) {
      if (attribute.path("key").asText().equals(key)) {
        attribute
            .path("value")
            .path("arrayValue")
            .path("values")
            .forEach(value -> values.add(value.path("stringValue").asText()));
      }
    }
    return values.build();
  }

  private static String verdict(JsonNode event) {
    return String.join(
        " ",
        Attached.attribute(event, "pitwall.gate.name"),
        Attached.attribute(event, "pitwall.gate.attempt"),
        Attached.attribute(event, "pitwall.gate.result"),
        Attached.attribute(event, "pitwall.gate.action"));
  }
}
