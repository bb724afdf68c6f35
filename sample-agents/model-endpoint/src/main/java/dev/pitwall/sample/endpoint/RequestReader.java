package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks a request body and reads what the endpoint understands of it. */
final class RequestReader {

  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");
  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestReader() {}

  static ChatRequest read(byte[] body) throws ApiException {
    JsonNode root = parse(body);
    if (!root.isObject()) {
      throw ApiException.invalid("The body must be a JSON object.");
    }
    if (root.path("model").asText("").isBlank()) {
      throw ApiException.invalid("'model' is missing.");
    }
    if (root.path("n").asInt(1) != 1) {
      throw ApiException.invalid("'n' is %s, only 1 is served.".formatted(root.path("n")));
    }
    return new ChatRequest(
        new Conversation(root.path("model").asText(), messages(root.path("messages")), tools(root)),
        root.path("stream").asBoolean(false),
        root.path("stream_options").path("include_usage").asBoolean(false));
  }

  private static JsonNode parse(byte[] body) throws ApiException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw ApiException.invalid(
          "The body is not JSON: line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException e) {
      throw ApiException.invalid("The body cannot be read: " + e.getMessage());
    }
  }

  private static List<Conversation.Message> messages(JsonNode nodes) throws ApiException {
    if (!nodes.isArray() || nodes.isEmpty()) {
      throw ApiException.invalid("'messages' must be an array with at least one message.");
    }
    List<Conversation.Message> messages = new ArrayList<>();
    for (JsonNode node : nodes) {
      String role = node.path("role").asText("");
      if (!ROLES.contains(role)) {
        throw ApiException.invalid(
            "messages[%d].role is '%s', allowed: system, developer, user, assistant, tool."
                .formatted(messages.size(), role));
      }
      messages.add(new Conversation.Message(role, text(node.path("content")) + calls(node)));
    }
    return messages;
  }

  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }

  private static String calls(JsonNode message) {
    StringBuilder text = new StringBuilder();
    for (JsonNode call : message.path("tool_calls")) {
      JsonNode function = call.path("function");
      text.append(function.path("name").asText(""))
          .append('(')
          .append(function.path("arguments").asText(""))
          .append(')');
    }
    return text.toString();
  }

  private static List<String> tools(JsonNode root) {
    List<String> names = new ArrayList<>();
    root.path("tools").forEach(tool -> names.add(tool.path("function").path("name").asText("")));
    return names;
  }
}
