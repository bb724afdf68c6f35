package dev.pitwall.sample.inbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the inbox answers. */
final class Routes implements HttpHandler {

  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final String RUNBOOK = "/runbooks/";
  private static final String HTML = "text/html; charset=utf-8";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final Inbox inbox;
  private final InboxMetrics metrics;
  private final Runbooks runbooks;
  private final Page page;
  private final Clock clock;

  Routes(Inbox inbox, InboxMetrics metrics, Runbooks runbooks, Clock clock) {
    this.inbox = inbox;
    this.metrics = metrics;
    this.runbooks = runbooks;
    this.page = new Page(clock);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod()) {
        case "POST" -> post(exchange, path);
        case "GET", "HEAD" -> get(exchange, path);
        default -> answer(exchange, 405, "text/plain", bytes("only GET and POST\n"));
      }
    }
  }

  private void post(HttpExchange exchange, String path) throws IOException {
    if (!path.equals("/webhook")) {
      answer(exchange, 404, "text/plain", bytes("only /webhook takes messages\n"));
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      metrics.malformed();
      answer(exchange, 413, "text/plain", bytes("at most 1 MiB\n"));
      return;
    }
    String refusal = receive(body);
    if (refusal == null) {
      answer(exchange, 200, "text/plain", bytes("received\n"));
    } else {
      metrics.malformed();
      answer(exchange, 400, "text/plain", bytes(refusal + "\n"));
    }
  }

  private @Nullable String receive(byte[] body) {
    Notification notification;
    try {
      notification = JSON.readValue(body, Notification.class);
    } catch (JsonProcessingException e) {
      return "not a notification: " + e.getOriginalMessage();
    } catch (IOException e) {
      return "not a notification: " + e.getMessage();
    }
    if (notification == null || notification.alerts() == null) {
      return "not a notification: it has no 'alerts'";
    }
    for (Notification.Alert told : notification.alerts()) {
      ReceivedAlert alert = ReceivedAlert.of(told, clock.instant());
      metrics.received(alert, inbox.receive(alert));
    }
    return null;
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/" -> answer(exchange, 200, HTML, bytes(page.whole(inbox.newestFirst())));
      case "/list" -> answer(exchange, 200, HTML, bytes(page.list(inbox.newestFirst())));
      case "/healthz" -> answer(exchange, 200, "text/plain", bytes("ok\n"));
      case "/metrics" -> answer(exchange, 200, metrics.contentType(), metrics.scrape());
      case "/api/alerts" ->
          answer(
              exchange,
              200,
              "application/json",
              JSON.writeValueAsBytes(Map.of("alerts", inbox.newestFirst())));
      case "/inbox.css" -> answer(exchange, 200, "text/css", resource("inbox.css"));
      case "/inbox.js" -> answer(exchange, 200, "text/javascript", resource("inbox.js"));
      default -> runbook(exchange, path);
    }
  }

  private void runbook(HttpExchange exchange, String path) throws IOException {
    String found =
        path.startsWith(RUNBOOK) ? runbooks.page(path.substring(RUNBOOK.length())) : null;
    if (found == null) {
      answer(exchange, 404, "text/plain", bytes("nothing here\n"));
    } else {
      answer(exchange, 200, HTML, bytes(found));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Routes.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
