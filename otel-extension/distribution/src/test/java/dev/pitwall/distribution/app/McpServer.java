package dev.pitwall.distribution.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server over standard input and output, or over HTTP in this process. Notes every request
 * in a file and never answers the tool {@code silence}.
 */
public final class McpServer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private McpServer() {}

  /** Argument: where to note the requests. */
  public static void main(String[] arguments) throws IOException {
    Path notes = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode response = answer(line, notes);
      if (response != null) {
        out.println(response);
      }
    }
  }

  /** Streamable HTTP, on loopback. */
  static HttpServer serve(Path notes) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/mcp",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String line = new String(body, StandardCharsets.UTF_8);
          JsonNode response = answer(line, notes);
          if (response != null) {
            byte[] bytes = response.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          } else if (!JSON.readTree(line).has("id")) {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
          }
        });
    server.start();
    return server;
  }

  /** Null where there is none: to a notification, or from what keeps silent. */
  private static @Nullable JsonNode answer(String line, Path notes) throws IOException {
    Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    JsonNode request = JSON.readTree(line);
    JsonNode result = request.has("id") ? result(request) : null;
    if (result == null) {
      return null;
    }
    ObjectNode response = JSON.createObjectNode().put("jsonrpc", "2.0");
    response.set("id", request.get("id"));
    response.set("result", result);
    return response;
  }

  private static @Nullable JsonNode result(JsonNode request) {
    return switch (request.path("method").asText()) {
      case "initialize" ->
          read(
              "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                  + "\"serverInfo\":{\"name\":\"notes\",\"version\":\"1\"}}");
      case "tools/list" -> tools();
      case "tools/call" -> call(request.path("params").path("name").asText());
      default -> JSON.createObjectNode();
    };
  }

  private static JsonNode tools() {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode tools = result.putArray("tools");
    for (String name : new String[] {"search", "fail", "silence"}) {
      ObjectNode tool = tools.addObject().put("name", name).put("description", name);
      tool.putObject("inputSchema").put("type", "object").putObject("properties");
    }
    return result;
  }

  private static @Nullable JsonNode call(String tool) {
    if (tool.equals("silence")) {
      return null;
    }
    ObjectNode result = JSON.createObjectNode().put("isError", tool.equals("fail"));
    result.putArray("content").addObject().put("type", "text").put("text", "answer of " + tool);
    return result;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
