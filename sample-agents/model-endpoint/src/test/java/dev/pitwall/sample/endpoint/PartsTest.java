package dev.pitwall.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static ModelEndpoint endpoint;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    endpoint =
        ModelEndpoint.start(
            Options.defaults().withPort(0).withLatency(Duration.ZERO).withLoop(Duration.ZERO, 3));
    client = new Client(endpoint.baseUrl());
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @Test
  void plannerCallsEachAgentOnceAndIsThenDone() {
    ObjectNode request = Client.ask("");
    var messages = request.putArray("messages");
    messages
        .addObject()
        .put("role", "system")
        .put(
            "content",
            "You are a planner expert. Agents look like {'name', 'description', [argument1: type1]}."
                + " The comma separated list of available agents is: "
                + "'{'team$0', 'Finds out', [topic: String]}, {'writer$1', 'Writes', []}'.");
    for (String expected : List.of("team$0", "writer$1", "done")) {
      messages.addObject().put("role", "user").put("content", "Topic: tides [[fault:loop]]");
      String answer = client.text(request);
      JsonNode plan = Client.json(answer);
      assertThat(plan.path("agentName").asText()).isEqualTo(expected);
      assertThat(plan.path("arguments").path("topic").asText("tides [[fault:loop]]"))
          .isEqualTo("tides [[fault:loop]]");
      messages.addObject().put("role", "assistant").put("content", answer);
    }
  }

  @Test
  void researcherSearchesLooksUpAndThenWritesNotes() {
    assertThat(toolCalled("history", "tides", List.of())).isEqualTo("searchArchive");
    assertThat(toolCalled("history", "tides", List.of("a"))).isEqualTo("lookUpFact");
    assertThat(client.text(Client.research("history", "tides", List.of("Found A.", "Found B."))))
        .startsWith("On the history of tides: Found A. Found B.");
  }

  @Test
  void loopRepeatsOneCallOfOneResearcherAndThenGivesUp() {
    String topic = "tides [[fault:loop]]";
    JsonNode first = call("market", topic, List.of());
    assertThat(first.path("arguments").asText()).doesNotContain("fault");
    assertThat(call("market", topic, List.of("a"))).isEqualTo(first);
    assertThat(call("market", topic, List.of("a", "a"))).isEqualTo(first);
    assertThat(client.text(Client.research("market", topic, List.of("a", "a", "a")))).isNotBlank();
    assertThat(toolCalled("history", topic, List.of("a"))).isEqualTo("lookUpFact");
  }

  @Test
  void failingToolIsTriedFiveTimes() {
    String topic = "tides [[fault:failing-tool]]";
    assertThat(toolCalled("market", topic, Collections.nCopies(4, "error")))
        .isEqualTo("searchArchive");
    assertThat(client.text(Client.research("market", topic, Collections.nCopies(5, "error"))))
        .contains("did not answer in 5 tries");
  }

  @Test
  void unaskedPurchaseBuysBeforeItReads() {
    String topic = "tides [[fault:unasked-purchase]]";
    assertThat(toolCalled("market", topic, List.of())).isEqualTo("buyReport");
    assertThat(toolCalled("market", topic, List.of("ordered"))).isEqualTo("lookUpFact");
    assertThat(toolCalled("history", topic, List.of())).isEqualTo("searchArchive");
  }

  @Test
  void fullContextAsksForOnePageAfterTheOther() {
    String topic = "tides [[fault:full-context]]";
    assertThat(call("market", topic, List.of("a"))).isNotEqualTo(call("market", topic, List.of()));
    assertThat(toolCalled("market", topic, Collections.nCopies(20, "page")))
        .isEqualTo("searchArchive");
    assertThat(toolCalled("history", topic, List.of("a"))).isEqualTo("lookUpFact");
  }

  @Test
  void overthinkingSpendsTokensOnNothing() {
    JsonNode usage =
        client
            .chat(Client.ask("You are critic.\nTopic: tides [[fault:overthinking]]"))
            .path("usage");
    assertThat(usage.at("/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(30_000);
    assertThat(usage.path("completion_tokens").asInt()).isGreaterThan(30_000);
  }

  @Test
  void factCheckerSaysAWord() {
    assertThat(client.text(Client.ask("You are fact-checker.\nTopic: tides\nStatement 1: wet")))
        .isIn("supported", "plausible");
  }

  @Test
  void scoreRisesWithEachEdit() {
    String draft = "# Tides\n\nWater comes and goes.";
    String once = client.text(Client.ask("You are editor.\nTopic: tides\nDraft:\n" + draft));
    String twice = client.text(Client.ask("You are editor.\nTopic: tides\nDraft:\n" + once));
    assertThat(score(draft, "")).isLessThan(score(once, ""));
    assertThat(score(once, "")).isLessThan(0.8);
    assertThat(score(twice, "")).isGreaterThanOrEqualTo(0.8).isLessThanOrEqualTo(1.0);
    assertThat(score(twice, "[[fault:bad-quality]]")).isLessThan(0.4);
  }

  @Test
  void badQualityWritesAProperDraftOnlyWhenTheFirstWasRefused() {
    String order = "You are writer.\nTopic: tides [[fault:bad-quality]]\n";
    assertThat(client.text(Client.ask(order))).startsWith("As an AI");
    assertThat(client.text(Client.ask(order + "Your last draft was refused because …")))
        .startsWith("# Tides")
        .doesNotContain("fault");
  }

  private static double score(String draft, String marker) {
    return Double.parseDouble(
        client.text(
            Client.ask("You are critic.\nTopic: tides %s\nDraft:\n%s".formatted(marker, draft))));
  }

  private static String toolCalled(String field, String topic, List<String> results) {
    return call(field, topic, results).path("name").asText();
  }

  private static JsonNode call(String field, String topic, List<String> results) {
    return client
        .chat(Client.research(field, topic, results))
        .at("/choices/0/message/tool_calls/0/function");
  }
}
