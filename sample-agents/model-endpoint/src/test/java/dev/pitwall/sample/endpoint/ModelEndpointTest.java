package dev.pitwall.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelEndpointTest {

  private static final Options QUICK =
      Options.defaults().withPort(0).withLatency(Duration.ZERO).withLoop(Duration.ZERO, 3);

  private static ModelEndpoint endpoint;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    endpoint = ModelEndpoint.start(QUICK);
    client = new Client(endpoint.baseUrl());
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @Test
  void answersWithTheSameTextForTheSameSeed() throws IOException {
    ObjectNode request = Client.ask("What is a tide?");
    try (ModelEndpoint again = ModelEndpoint.start(QUICK)) {
      assertThat(client.chat(request))
          .isEqualTo(client.chat(request))
          .isEqualTo(new Client(again.baseUrl()).chat(request));
    }
  }

  @Test
  void answersDifferentlyForAnotherSeed() throws IOException {
    List<ObjectNode> requests =
        IntStream.range(0, 20).mapToObj(i -> Client.ask("You are critic. Draft " + i)).toList();
    try (ModelEndpoint other = ModelEndpoint.start(QUICK.withSeed(8))) {
      Client otherClient = new Client(other.baseUrl());
      assertThat(requests).anyMatch(it -> !client.text(it).equals(otherClient.text(it)));
    }
  }

  @Test
  void countsTokensAndReportsAllKindsOfThem() {
    JsonNode usage = client.chat(Client.ask("one two, three")).path("usage");
    assertThat(usage.path("prompt_tokens").asInt()).isEqualTo(9);
    assertThat(usage.path("completion_tokens").asInt()).isPositive();
    assertThat(usage.path("total_tokens").asInt())
        .isEqualTo(usage.path("prompt_tokens").asInt() + usage.path("completion_tokens").asInt());
    assertThat(usage.at("/prompt_tokens_details/cached_tokens").isInt()).isTrue();
    assertThat(usage.at("/completion_tokens_details/reasoning_tokens").isInt()).isTrue();
  }

  @Test
  void countsWhatAnEarlierTurnHasSentAsCached() {
    String longTopic = "tides ".repeat(200);
    JsonNode first = client.chat(Client.research("history", longTopic, List.of()));
    JsonNode second = client.chat(Client.research("history", longTopic, List.of("found")));
    assertThat(first.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isZero();
    assertThat(second.at("/usage/prompt_tokens_details/cached_tokens").asInt())
        .isPositive()
        .isLessThan(second.at("/usage/prompt_tokens").asInt());
  }

  @Test
  void listsItsModels() {
    assertThat(Client.json(client.send("GET", "/models", "").body()).at("/data/0/id").asText())
        .isEqualTo("offline-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ not json | The body is not JSON: line 1, column 3",
        "[] | The body must be a JSON object",
        "{} | 'model' is missing",
        "{\"model\":\"m\"} | 'messages' must be an array with at least one message",
        "{\"model\":\"m\",\"messages\":[]} | 'messages' must be an array",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"boss\"}]} | messages[0].role is 'boss'",
        "{\"model\":\"m\",\"n\":2,\"messages\":[{\"role\":\"user\"}]} | 'n' is 2, only 1",
      })
  void refusesWhatItCannotRead(String body, String why) {
    var response = client.post(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Client.json(response.body()).at("/error/message").asText()).startsWith(why);
    assertThat(Client.json(response.body()).at("/error/type").asText())
        .isEqualTo("invalid_request_error");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    assertThat(client.post("x".repeat(5 * 1024 * 1024)).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesUnknownPathsAndMethods() {
    assertThat(client.send("POST", "/embeddings", "{}").statusCode()).isEqualTo(404);
    assertThat(client.send("GET", "/chat/completions", "").statusCode()).isEqualTo(405);
  }

  @Test
  void answersAnEmptyQuestionToo() {
    assertThat(client.text(Client.ask(""))).isNotBlank();
  }
}
