package dev.pitwall.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pitwall.testing.application.Capability;
import dev.pitwall.testing.application.Scene;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.conversation.Reply;
import dev.pitwall.testing.conversation.Reply.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model answers as recorded and notices what departs from the recording. */
class ModelEndpointTest {

  private static final String WHOLE = "{\"model\":\"m\",\"messages\":[\"hello\"]}";
  private static final String STREAMED =
      "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";

  private ModelEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    endpoint = ModelEndpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void answersAndAddsUpWhatItReported() throws Exception {
    Conversation conversation = conversation(text("hello", "good day", null));
    Script script = endpoint.open(conversation);
    HttpResponse<String> answer = ask(conversation, WHOLE);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("good day", "\"cached_tokens\":2", "\"prompt_tokens\":5");
    assertThat(script.problems()).isEmpty();
    assertThat(script.reported()).isEqualTo(new Usage(5, 2, 3, 1));
  }

  @Test
  void streamsInChunksAndReportsTokensLast() throws Exception {
    Conversation conversation =
        conversation(text(null, "an answer of more than one chunk of text", null));
    endpoint.open(conversation).listen();
    List<String> events =
        ask(conversation, STREAMED).body().lines().filter(l -> !l.isEmpty()).toList();
    assertThat(events.get(1)).contains("\"content\":\"an answer of mor\"");
    assertThat(events.get(events.size() - 2)).contains("\"prompt_tokens\":5");
    assertThat(events.get(events.size() - 1)).isEqualTo("data: [DONE]");
  }

  @Test
  void beginsAStreamOnceTheApplicationListens() throws Exception {
    Conversation conversation = conversation(text(null, "an answer", null));
    Script script = endpoint.open(conversation);
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newHttpClient()
            .sendAsync(request(conversation, STREAMED), BodyHandlers.ofString());
    while (script.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(answer).isNotDone();
    new Scene(endpoint.baseUrl(conversation), Map.of()).listening();
    assertThat(answer.get().body()).contains("an answer");
    assertThat(script.problems()).isEmpty();
  }

  @Test
  void breaksAStreamOffWhereItIsRecordedSo() throws Exception {
    Conversation conversation = conversation(text(null, "an answer", 1));
    Script script = endpoint.open(conversation);
    script.listen();
    assertThatThrownBy(() -> ask(conversation, STREAMED)).isInstanceOf(IOException.class);
    assertThat(script.reported()).isEqualTo(new Usage(0, 0, 0, 0));
  }

  @Test
  void noticesARequestThatIsNotRecorded() throws Exception {
    Conversation conversation = conversation(text("goodbye", "so long", null));
    Script script = endpoint.open(conversation);
    assertThat(ask(conversation, WHOLE).statusCode()).isEqualTo(400);
    assertThat(script.problems())
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("the conversation has no reply to"),
            problem -> assertThat(problem).startsWith("nobody asked for"));
  }

  @Test
  void servesAToolThatIsToldWhoCallsAndNotesTheRestOfTheRequest() throws Exception {
    Conversation conversation =
        new Conversation(
            "test", "A test.", Capability.MCP, false, Map.of("tool.search", "found"), List.of());
    Script script = endpoint.open(conversation);
    HttpResponse<String> answer =
        call(
            conversation,
            "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\","
                + "\"_meta\":{\"traceparent\":\"00-1-2-01\",\"tenant\":\"tea\"}}}");
    assertThat(answer.body()).contains("found", "\"isError\":false");
    assertThat(call(conversation, "{\"method\":\"notifications/initialized\"}").statusCode())
        .isEqualTo(202);
    call(conversation, "{\"id\":2,\"method\":\"tools/list\",\"params\":{\"_meta\":{}}}");
    assertThat(script.callers()).containsExactly("00-1-2-01");
    assertThat(script.requests())
        .containsExactly(
            "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\","
                + "\"_meta\":{\"tenant\":\"tea\"}}}",
            "{\"method\":\"notifications/initialized\"}",
            "{\"id\":2,\"method\":\"tools/list\"}");
  }

  private HttpResponse<String> call(Conversation conversation, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(endpoint.baseUrl(conversation) + "/mcp"))
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(Conversation conversation, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(conversation, body), BodyHandlers.ofString());
  }

  private HttpRequest request(Conversation conversation, String body) {
    return HttpRequest.newBuilder(URI.create(endpoint.baseUrl(conversation) + "/chat/completions"))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static Conversation conversation(Reply reply) {
    return new Conversation("test", "A test.", Capability.CHAT, false, Map.of(), List.of(reply));
  }

  private static Reply text(@Nullable String to, String text, @Nullable Integer cutAfter) {
    return new Reply(
        to, text, null, null, null, new Usage(5, 2, 3, 1), null, null, null, false, cutAfter, 0);
  }
}
