package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code POST /v1/chat/completions}, at once or as server-sent events. */
final class ChatCompletions {

  private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  private final Limits limits;
  private final Cast cast;
  private final Clockwork clockwork;

  ChatCompletions(Limits limits, Cast cast, Clockwork clockwork) {
    this.limits = limits;
    this.cast = cast;
    this.clockwork = clockwork;
  }

  void answer(HttpExchange exchange) throws IOException, ApiException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      drain(exchange.getRequestBody());
      throw new ApiException(
          413, "request_too_large", "The body exceeds %d bytes.".formatted(MAX_BODY_BYTES));
    }
    ChatRequest request = RequestReader.read(body);
    Conversation conversation = request.conversation();
    limits.check(conversation);
    Dice dice = new Dice(clockwork.seed(), conversation);
    Reply reply = cast.reply(conversation, dice);
    Duration duration = clockwork.duration(conversation, reply, dice);
    Completion completion = new Completion(conversation, reply, dice);
    if (request.stream()) {
      stream(exchange, completion.chunks(request.includeUsage()), duration);
    } else {
      pause(duration);
      Routes.sendJson(exchange, 200, completion.whole());
    }
  }

  /**
   * Lets a client that still sends come to its end, within reason, so that it reads the refusal.
   */
  private static void drain(InputStream body) throws IOException {
    byte[] ignored = new byte[64 * 1024];
    for (int read = 0, left = 4 * MAX_BODY_BYTES; read >= 0 && left > 0; left -= read) {
      read = body.read(ignored);
    }
  }

  /** Half of the time passes before the first chunk, as with a real model, the rest in between. */
  private static void stream(HttpExchange exchange, List<ObjectNode> chunks, Duration duration)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    pause(duration.dividedBy(2));
    for (ObjectNode chunk : chunks) {
      send(out, chunk.toString());
      pause(duration.dividedBy(2L * chunks.size()));
    }
    send(out, "[DONE]");
  }

  private static void send(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void pause(Duration duration) throws InterruptedIOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the endpoint is being stopped");
    }
  }
}
