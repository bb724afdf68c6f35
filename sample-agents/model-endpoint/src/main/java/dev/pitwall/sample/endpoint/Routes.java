package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What can be asked for; everything else is refused with OpenAI's error object. */
final class Routes implements HttpHandler {

  static final List<String> MODELS = List.of("offline-1", "offline-1-mini");

  private final ChatCompletions chatCompletions;

  Routes(ChatCompletions chatCompletions) {
    this.chatCompletions = chatCompletions;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        route(exchange);
      } catch (ApiException e) {
        sendJson(exchange, e.status(), error(e));
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException, ApiException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/healthz" -> {
        require("GET", exchange);
        send(exchange, 200, "text/plain; charset=utf-8", "ok\n");
      }
      case "/v1/models" -> {
        require("GET", exchange);
        sendJson(exchange, 200, models());
      }
      case "/v1/chat/completions" -> {
        require("POST", exchange);
        chatCompletions.answer(exchange);
      }
      default ->
          throw new ApiException(
              404,
              "unknown_url",
              "Unknown request URL: %s %s. Served: POST /v1/chat/completions, GET /v1/models."
                  .formatted(exchange.getRequestMethod(), path));
    }
  }

  private static void require(String method, HttpExchange exchange) throws ApiException {
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      throw new ApiException(
          405,
          "method_not_supported",
          "%s is not allowed here, use %s.".formatted(exchange.getRequestMethod(), method));
    }
  }

  private static ObjectNode models() {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
    var data = list.putArray("data");
    for (String model : MODELS) {
      data.addObject()
          .put("id", model)
          .put("object", "model")
          .put("created", Completion.CREATED)
          .put("owned_by", "offline");
    }
    return list;
  }

  private static ObjectNode error(ApiException e) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("error")
        .put("message", e.getMessage())
        .put("type", e.type())
        .putNull("param")
        .put("code", e.code());
    return root;
  }

  static void sendJson(HttpExchange exchange, int status, JsonNode body) throws IOException {
    send(exchange, status, "application/json", body.toString());
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
