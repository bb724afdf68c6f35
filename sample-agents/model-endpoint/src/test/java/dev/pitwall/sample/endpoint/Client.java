package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Talks to an endpoint as any HTTP client would. */
record Client(String baseUrl) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<String> post(String body) {
    return send("POST", "/chat/completions", body);
  }

  HttpResponse<String> send(String method, String path, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(baseUrl + path))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("the test was interrupted", e);
    }
  }

  JsonNode chat(ObjectNode request) {
    HttpResponse<String> response = post(request.toString());
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return json(response.body());
  }

  String text(ObjectNode request) {
    return chat(request).at("/choices/0/message/content").asText();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** A request of one user message. */
  static ObjectNode ask(String text) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", "offline-1");
    request.putArray("messages").addObject().put("role", "user").put("content", text);
    return request;
  }

  /** A request of a researcher that has these tool results so far. */
  static ObjectNode research(String field, String topic, List<String> toolResults) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", "offline-1");
    var messages = request.putArray("messages");
    messages
        .addObject()
        .put("role", "system")
        .put("content", "You are researcher-%s at a publishing desk.".formatted(field));
    messages
        .addObject()
        .put("role", "user")
        .put("content", "Write notes.\nTopic: %s\n".formatted(topic));
    for (String result : toolResults) {
      var call = messages.addObject().put("role", "assistant").putArray("tool_calls").addObject();
      call.put("id", "c").putObject("function").put("name", "searchArchive").put("arguments", "{}");
      messages.addObject().put("role", "tool").put("tool_call_id", "c").put("content", result);
    }
    for (String tool : List.of("searchArchive", "lookUpFact")) {
      request.withArray("tools").addObject().putObject("function").put("name", tool);
    }
    return request;
  }
}
