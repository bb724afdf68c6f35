package dev.pitwall.sample.desk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pitwall.sample.endpoint.ModelEndpoint;
import dev.pitwall.sample.endpoint.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A desk with the offline model behind it, in this JVM, used over HTTP. */
final class Desk implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelEndpoint model;
  private final DeskServer server;

  private Desk(ModelEndpoint model, DeskServer server) {
    this.model = model;
    this.server = server;
  }

  static Options quickModel() {
    return Options.defaults().withPort(0).withLatency(Duration.ZERO).withLoop(Duration.ZERO, 60);
  }

  /** Opens a desk; {@code environment} adds to what the tests need anyway. */
  static Desk open(Options options, Map<String, String> environment) throws IOException {
    ModelEndpoint model = ModelEndpoint.start(options);
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "OPENAI_BASE_URL", model.baseUrl(),
                "OPENAI_API_KEY", "none",
                "OPENAI_MODEL", "offline-1",
                "DESK_SCRIPTED", "true",
                "DESK_APPROVAL_WAIT_MS", "0"));
    all.putAll(environment);
    return new Desk(model, DeskServer.start(0, Settings.from(all)));
  }

  JsonNode finished(String topic, String fault) {
    String id = submitted(topic, fault);
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> job(id), job -> !job.path("state").asText().equals("running"));
  }

  String submitted(String topic, String fault) {
    HttpResponse<String> response =
        send(
            "POST",
            "/jobs",
            JsonNodeFactory.instance
                .objectNode()
                .put("topic", topic)
                .put("fault", fault)
                .toString());
    if (response.statusCode() != 202) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return json(response).path("id").asText();
  }

  JsonNode job(String id) {
    return json(send("GET", "/jobs/" + id, ""));
  }

  HttpResponse<String> send(String method, String path, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(server.address() + path))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("the test was interrupted", e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  @Override
  public void close() {
    server.close();
    model.close();
  }
}
