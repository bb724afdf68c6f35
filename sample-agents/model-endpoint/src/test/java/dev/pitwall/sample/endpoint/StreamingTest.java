package dev.pitwall.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamingTest {

  private static ModelEndpoint endpoint;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    endpoint = ModelEndpoint.start(Options.defaults().withPort(0).withLatency(Duration.ZERO));
    client = new Client(endpoint.baseUrl());
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @Test
  void streamsTheTextThatItWouldHaveSaidAtOnce() {
    ObjectNode request = Client.ask("What is a tide, and who pays for it?");
    String streamed =
        chunks(request, false).stream()
            .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
            .collect(Collectors.joining());
    assertThat(streamed).isEqualTo(client.text(Client.ask("What is a tide, and who pays for it?")));
  }

  @Test
  void endsAStreamWithTheReasonAndWithUsageOnlyIfAsked() {
    ObjectNode request = Client.ask("What is a tide?");
    JsonNode usage = client.chat(Client.ask("What is a tide?")).path("usage");

    List<JsonNode> plain = chunks(request, false);
    assertThat(plain).noneMatch(chunk -> chunk.has("usage"));
    assertThat(last(plain).at("/choices/0/finish_reason").asText()).isEqualTo("stop");

    JsonNode end = last(chunks(request, true));
    assertThat(end.path("choices")).isEmpty();
    assertThat(end.path("usage")).isEqualTo(usage);
  }

  @Test
  void streamsToolCallsWithAnIndex() {
    List<JsonNode> chunks = chunks(Client.research("technology", "tides", List.of()), false);
    JsonNode calls =
        chunks.stream()
            .map(chunk -> chunk.at("/choices/0/delta/tool_calls"))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElseThrow();
    assertThat(calls).hasSize(2);
    assertThat(calls.at("/1/index").asInt()).isEqualTo(1);
    assertThat(calls.at("/1/function/name").asText()).isEqualTo("lookUpFact");
    assertThat(last(chunks).at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
  }

  private static JsonNode last(List<JsonNode> chunks) {
    return chunks.get(chunks.size() - 1);
  }

  private static List<JsonNode> chunks(ObjectNode request, boolean usage) {
    request.put("stream", true).putObject("stream_options").put("include_usage", usage);
    var response = client.post(request.toString());
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/event-stream; charset=utf-8");
    List<String> data =
        response
            .body()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> line.substring(6))
            .toList();
    assertThat(data).last().isEqualTo("[DONE]");
    return data.subList(0, data.size() - 1).stream().map(Client::json).toList();
  }
}
