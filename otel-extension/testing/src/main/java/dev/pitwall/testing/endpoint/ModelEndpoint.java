package dev.pitwall.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.conversation.Reply;
import dev.pitwall.testing.endpoint.Script.Turn;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The model, and the MCP server beside it: one path a conversation, on loopback. */
public final class ModelEndpoint implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  private ModelEndpoint(HttpServer server) {
    this.server = server;
  }

  /** Starts to listen on a free port. */
  public static ModelEndpoint start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ModelEndpoint endpoint = new ModelEndpoint(server);
    server.setExecutor(endpoint.threads);
    server.createContext("/", endpoint::handle);
    server.start();
    return endpoint;
  }

  /** Begins to play a conversation. */
  public Script open(Conversation conversation) {
    Script script = new Script(conversation);
    scripts.put(conversation.name(), script);
    return script;
  }

  /** The base URL of a conversation. */
  public String baseUrl(Conversation conversation) {
    return "http://127.0.0.1:%d/%s/v1"
        .formatted(server.getAddress().getPort(), conversation.name());
  }

  @Override
  public void close() {
    scripts.values().forEach(Script::end);
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", 3);
    Script script = scripts.get(path[1]);
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (script == null) {
        send(exchange, 404, Completion.error("no such conversation"));
      } else if (path[2].endsWith("/listening")) {
        script.listen();
        send(exchange, 200, "");
      } else if (path[2].endsWith("/mcp")) {
        call(exchange, script, request);
      } else {
        answer(exchange, script, request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the endpoint is being stopped");
    }
    // Not where an answer is broken off: closing would end it as if it were whole.
    exchange.close();
  }

  private static void call(HttpExchange exchange, Script script, String body) throws IOException {
    // A client may ask for a channel by GET, or say good-bye; there is none.
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    JsonNode request = JSON.readTree(body);
    script.called(request);
    ObjectNode response = ToolServer.answer(request, script.conversation());
    if (response == null) {
      exchange.sendResponseHeaders(202, -1);
    } else {
      send(exchange, 200, response);
    }
  }

  private static void answer(HttpExchange exchange, Script script, String request)
      throws IOException, InterruptedException {
    Turn turn;
    try {
      turn = script.next(request);
    } catch (IllegalStateException e) {
      // A client error, so that nobody tries again.
      send(exchange, 400, Completion.error("the recording has no reply to this request"));
      return;
    }
    Reply reply = turn.reply();
    JsonNode asked = JSON.readTree(request);
    boolean streamed = asked.path("stream").asBoolean();
    if (streamed) {
      script.awaitListener();
    }
    Completion completion = new Completion(asked.path("model").asText(), turn.number(), reply);
    if (reply.hang()) {
      script.awaitEnd();
    } else if (reply.status() != null) {
      send(exchange, reply.status(), Completion.error(reply.error()));
    } else if (reply.malformed() != null) {
      send(exchange, 200, reply.malformed());
    } else if (reply.embeddings() != null) {
      send(exchange, 200, completion.vectors());
    } else if (streamed) {
      boolean usage = asked.path("stream_options").path("include_usage").asBoolean();
      stream(exchange, completion.chunks(usage), reply.cutAfter());
    } else {
      send(exchange, 200, completion.whole());
    }
  }

  private static void stream(
      HttpExchange exchange, List<ObjectNode> chunks, @Nullable Integer cutAfter)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    int sent = 0;
    for (ObjectNode chunk : chunks) {
      if (cutAfter != null && sent++ == cutAfter) {
        throw new IOException("cut off, as recorded");
      }
      sendEvent(out, chunk.toString());
    }
    sendEvent(out, "[DONE]");
  }

  private static void sendEvent(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    send(exchange, status, body.toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
