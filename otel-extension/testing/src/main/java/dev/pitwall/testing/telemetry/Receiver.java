package dev.pitwall.testing.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Receives OTLP over HTTP on loopback and keeps every byte. */
public final class Receiver implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final List<Item.OfSpan> spans = new ArrayList<>();
  private final List<Item.OfLog> logs = new ArrayList<>();
  private final List<Item.OfMetric> metrics = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private int metricExports;

  private Receiver(HttpServer server) {
    this.server = server;
  }

  /** Starts to listen on a free port. */
  public static Receiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Receiver receiver = new Receiver(server);
    server.createContext("/v1/", receiver::handle);
    server.start();
    return receiver;
  }

  /** Where to send telemetry. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Waits until metrics have been exported twice: the first export may have been under way already,
   * the second one holds all that was recorded before this call.
   *
   * @return how many metrics have been received
   */
  public synchronized int awaitMetrics() throws InterruptedException {
    int wanted = metricExports + 2;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (metricExports < wanted) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no metrics for " + PATIENCE_SECONDS + " s");
      }
      wait(left);
    }
    return metrics.size();
  }

  /** All spans so far. */
  public synchronized List<Item.OfSpan> spans() {
    return List.copyOf(spans);
  }

  /** All log records so far. */
  public synchronized List<Item.OfLog> logs() {
    return List.copyOf(logs);
  }

  /** All metrics so far, in the order in which they came. */
  public synchronized List<Item.OfMetric> metrics() {
    return List.copyOf(metrics);
  }

  /** Every place where a text occurs in what was received, with what surrounds it. */
  public synchronized List<String> find(String text) {
    List<String> found = new ArrayList<>();
    for (byte[] body : bodies) {
      String whole = new String(body, StandardCharsets.ISO_8859_1);
      for (int at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
        found.add(
            whole
                .substring(Math.max(0, at - 60), Math.min(whole.length(), at + 60))
                .replaceAll("[^ -~]+", " "));
      }
    }
    return found;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      accept(exchange.getRequestURI().getPath(), body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void accept(String path, byte[] body) throws IOException {
    bodies.add(body);
    switch (path) {
      case "/v1/traces" -> Item.addAll(spans, ExportTraceServiceRequest.parseFrom(body));
      case "/v1/logs" -> Item.addAll(logs, ExportLogsServiceRequest.parseFrom(body));
      case "/v1/metrics" -> {
        Item.addAll(metrics, ExportMetricsServiceRequest.parseFrom(body));
        metricExports++;
        notifyAll();
      }
      default -> throw new IOException("nothing is served at " + path);
    }
  }
}
