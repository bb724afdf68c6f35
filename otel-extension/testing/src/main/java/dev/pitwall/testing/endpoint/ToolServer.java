package dev.pitwall.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.testing.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * The MCP server of a conversation. Its one tool, {@code search}, gives what the conversation gives
 * as {@code tool.search}, or fails with {@code tool.search.fails}.
 */
final class ToolServer {

  private static final String TOOL = "search";
  private static final String PROTOCOL = "2025-06-18";

  private ToolServer() {}

  /** The response to a request; null to a notification, which has none. */
  static @Nullable ObjectNode answer(JsonNode request, Conversation conversation) {
    if (!request.has("id")) {
      return null;
    }
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    response.set("id", request.get("id"));
    ObjectNode result = response.putObject("result");
    switch (request.path("method").asText()) {
      case "initialize" -> initialize(result);
      case "tools/list" -> list(result);
      case "tools/call" -> call(result, conversation);
      default -> {
        response.remove("result");
        response.putObject("error").put("code", -32601).put("message", "no such method");
      }
    }
    return response;
  }

  private static void initialize(ObjectNode result) {
    result.put("protocolVersion", PROTOCOL).putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "archive").put("version", "1");
  }

  private static void list(ObjectNode result) {
    ObjectNode schema =
        result
            .putArray("tools")
            .addObject()
            .put("name", TOOL)
            .put("description", "searches the archive")
            .putObject("inputSchema")
            .put("type", "object");
    schema.putObject("properties").putObject("query").put("type", "string");
    schema.putArray("required").add("query");
  }

  private static void call(ObjectNode result, Conversation conversation) {
    String failure = conversation.given().get("tool." + TOOL + ".fails");
    String text = failure == null ? conversation.given().get("tool." + TOOL) : failure;
    result.put("isError", failure != null);
    result.putArray("content").addObject().put("type", "text").put("text", text);
  }
}
