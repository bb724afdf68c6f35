package dev.pitwall.sample.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pitwall.sample.desk.newsroom.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/** {@code POST /jobs}, {@code GET /jobs}, {@code GET /jobs/{id}}, {@code GET /healthz}. */
final class Routes implements HttpHandler {

  private static final int MAX_BODY_BYTES = 16 * 1024;
  private static final int DUE_SECONDS = 3600;
  private static final int MAX_DUE_SECONDS = 86_400;
  private static final String JOB = "/jobs/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobBoard board;
  private final Settings settings;

  Routes(JobBoard board, Settings settings) {
    this.board = board;
    this.settings = settings;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String route = exchange.getRequestMethod() + " " + path;
      if (route.equals("POST /jobs")) {
        submit(exchange);
      } else if (route.equals("GET /jobs")) {
        send(exchange, 200, JobJson.of(board.all()));
      } else if (route.startsWith("GET " + JOB)) {
        find(exchange, path.substring(JOB.length()));
      } else if (route.equals("GET /healthz")) {
        send(exchange, 200, JsonNodeFactory.instance.objectNode().put("status", "ok"));
      } else {
        refuse(
            exchange,
            404,
            "no such resource: " + route + "; there are POST /jobs, GET /jobs, GET /jobs/{id}");
      }
    }
  }

  private void submit(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      refuse(exchange, 413, "the body exceeds %d bytes".formatted(MAX_BODY_BYTES));
      return;
    }
    try {
      JsonNode order = JSON.readTree(body);
      Job job =
          board.submit(
              new Topic(order.path("topic").asText("")),
              settings.faultOf(order.hasNonNull("fault") ? order.get("fault").asText() : null),
              within(order));
      exchange.getResponseHeaders().set("Location", JOB + job.id());
      send(exchange, 202, JobJson.of(job));
    } catch (JsonProcessingException e) {
      refuse(exchange, 400, "the body is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      refuse(exchange, 400, String.valueOf(e.getMessage()));
    } catch (RejectedExecutionException e) {
      exchange.getResponseHeaders().set("Retry-After", "10");
      refuse(exchange, 429, "too many jobs are waiting, try again in a while");
    }
  }

  private static Duration within(JsonNode order) {
    int seconds = order.path("due_s").asInt(DUE_SECONDS);
    if (seconds < 1 || seconds > MAX_DUE_SECONDS) {
      throw new IllegalArgumentException(
          "due_s is %d, allowed: a whole number from 1 to %d".formatted(seconds, MAX_DUE_SECONDS));
    }
    return Duration.ofSeconds(seconds);
  }

  private void find(HttpExchange exchange, String id) throws IOException {
    var job = board.find(id);
    if (job.isPresent()) {
      send(exchange, 200, JobJson.of(job.get()));
    } else {
      refuse(exchange, 404, "no job '%s'; the last %d are kept".formatted(id, JobBoard.KEPT));
    }
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    send(exchange, status, JsonNodeFactory.instance.objectNode().put("error", why));
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
