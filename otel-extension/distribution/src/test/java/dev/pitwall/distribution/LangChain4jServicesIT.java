package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LangChain4j's models and AI services: the same operations of every supported version. */
class LangChain4jServicesIT {

  private static final String APPLICATION = "ServiceApp";

  @TempDir private static Path folder;

  private static final Map<String, Attached> runs = new HashMap<>();

  static Stream<String> versions() {
    return LangChain4j.versions().stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyCallIsOneOperationBelowWhoeverMadeIt(String version)
      throws IOException, InterruptedException {
    assertThat(LangChain4j.parents(watched(version)))
        .containsExactlyInAnyOrder(
            // Overloads, a model that asks another one, and one that fails.
            "chat scripted",
            "chat scripted",
            "chat",
            "chat scripted",
            // Services.
            "invoke_agent Assistant",
            "chat scripted < invoke_agent Assistant",
            "invoke_agent Detailed",
            "chat scripted < invoke_agent Detailed",
            "invoke_agent Remembering",
            "chat scripted < invoke_agent Remembering",
            // Tools.
            "invoke_agent Handyman",
            "chat scripted < invoke_agent Handyman",
            "execute_tool search < invoke_agent Handyman",
            "execute_tool broken < invoke_agent Handyman",
            "execute_tool missing < invoke_agent Handyman",
            "chat scripted < invoke_agent Handyman",
            // Streams, on threads that know nothing of who asked.
            "chat scripted",
            "chat scripted",
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "execute_tool search < invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            "invoke_agent Streamer",
            "chat scripted < invoke_agent Streamer",
            // Retrieval.
            "embeddings",
            "embeddings",
            "invoke_agent Librarian",
            "retrieval < invoke_agent Librarian",
            "embeddings < retrieval",
            "chat scripted < invoke_agent Librarian",
            "embeddings",
            "retrieval",
            // Moderation.
            "invoke_agent Careful",
            "moderation < invoke_agent Careful",
            "chat scripted < invoke_agent Careful",
            "invoke_agent Careful",
            "moderation < invoke_agent Careful",
            "chat scripted < invoke_agent Careful",
            "moderation");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void onlyAConversationThatTheFrameworkKnowsIsOne(String version)
      throws IOException, InterruptedException {
    assertThat(watched(version).spans())
        .filteredOn(span -> !Attached.attribute(span, "gen_ai.conversation.id").isEmpty())
        .allMatch(
            span -> Attached.attribute(span, "gen_ai.conversation.id").equals("conversation-7"))
        .extracting(span -> span.path("name").asText())
        .containsExactlyInAnyOrder("invoke_agent Remembering", "chat scripted");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aToolSaysWhatWentWrong(String version) throws IOException, InterruptedException {
    Attached watched = watched(version);

    assertThat(error(watched, "execute_tool search")).isEmpty();
    assertThat(error(watched, "execute_tool broken"))
        .isEqualTo("java.lang.UnsupportedOperationException");
    assertThat(error(watched, "execute_tool missing")).isEqualTo("unknown_tool");
    assertThat(Stream.concat(watched.out().stream(), watched.err().stream()))
        .noneMatch(line -> line.contains("the-secret-topic"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aToolThatIsAskedForNonsenseIsCalledOnce(String version)
      throws IOException, InterruptedException {
    Attached watched = new LangChain4j(version).watch(folder, "NonsenseApp");

    assertThat(LangChain4j.parents(watched))
        .filteredOn(span -> span.startsWith("execute_tool"))
        .containsExactly("execute_tool count < invoke_agent Assistant");
    assertThat(error(watched, "execute_tool count"))
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aStreamLastsUntilItsEndWhereverThatIs(String version)
      throws IOException, InterruptedException {
    Attached watched = watched(version);

    for (JsonNode span : watched.spans()) {
      assertThat(contains(span, watched)).as(span.path("name").asText()).isTrue();
    }
    assertThat(watched.spans())
        .filteredOn(span -> Attached.attribute(span, "gen_ai.request.stream").equals("true"))
        .hasSize(5);
    assertThat(watched.spans())
        .filteredOn(
            span -> !Attached.attribute(span, "gen_ai.response.time_to_first_chunk").isEmpty())
        .hasSize(3);
    assertThat(watched.metrics("gen_ai.client.operation.time_to_first_chunk")).isNotEmpty();
    assertThat(watched.spans())
        .filteredOn(span -> span.path("name").asText().equals("invoke_agent Streamer"))
        .extracting(span -> Attached.attribute(span, "error.type"))
        .containsExactlyInAnyOrder("", "java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aSearchInAStoreAloneSaysHowMuchItWants(String version)
      throws IOException, InterruptedException {
    assertThat(watched(version).spans())
        .filteredOn(span -> span.path("name").asText().equals("retrieval"))
        .extracting(span -> Attached.attribute(span, "gen_ai.retrieval.top_k"))
        .containsExactlyInAnyOrder("", "3");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void moderationIsAGateWhereAServiceActsOnIt(String version)
      throws IOException, InterruptedException {
    assertThat(LangChain4j.sums(watched(version), "pitwall.gates.decided", "pitwall.gate.action"))
        .isEqualTo(Map.of("pass", 1L, "reject", 1L));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tokensAreThoseThatWereReported(String version) throws IOException, InterruptedException {
    // Ten chats of services at 10 and 5, one embedding inside a retrieval at 7.
    assertThat(LangChain4j.sums(watched(version), "pitwall.tokens.used", "gen_ai.token.type"))
        .isEqualTo(Map.of("input", 107L, "output", 50L));
    assertThat(watched(version).metrics("pitwall.usage.missing")).isEmpty();
  }

  // A JVM for each version, not for each question about it.
  private static Attached watched(String version) throws IOException, InterruptedException {
    Attached run = runs.get(version);
    if (run == null) {
      run = new LangChain4j(version).watch(folder, APPLICATION);
      runs.put(version, run);
    }
    return run;
  }

  private static String error(Attached watched, String name) {
    return watched.spans().stream()
        .filter(span -> span.path("name").asText().equals(name))
        .map(span -> Attached.attribute(span, "error.type"))
        .findFirst()
        .orElseThrow();
  }

  // A parent does not end before its children.
  private static boolean contains(JsonNode span, Attached watched) {
    return watched.spans().stream()
        .filter(child -> child.path("parentSpanId").equals(span.path("spanId")))
        .allMatch(
            child ->
                child.path("endTimeUnixNano").asLong() <= span.path("endTimeUnixNano").asLong());
  }
}
