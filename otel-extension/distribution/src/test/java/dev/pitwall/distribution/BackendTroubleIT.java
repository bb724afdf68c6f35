package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pitwall.distribution.app.ManyRunsApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Collector is down, slow or refuses: the application does what it did, its memory stays flat,
 * and what is lost is counted.
 */
class BackendTroubleIT {

  // Enough for either half to fill the agent's queue of 2,048 spans.
  private static final int RUNS = 500;

  // A leak of 5 KB a run, far less than what a run leaves in a queue, would be more.
  private static final long TOLERATED_BYTES = RUNS * 5_000L;

  private static Attached bare;

  @BeforeAll
  static void runBare() throws IOException, InterruptedException {
    bare = run(List.of());
  }

  @Test
  void down() throws IOException, InterruptedException {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    closed.close();
    assertUnharmed(closed.getLocalPort());
  }

  @Test
  void takesCallsAndNeverAnswers() throws IOException, InterruptedException {
    // Never accepted here, but by the operating system.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertUnharmed(silent.getLocalPort());
    }
  }

  @Test
  void unavailable() throws IOException, InterruptedException {
    assertUnharmedBy(503);
  }

  @Test
  void askedTooMuch() throws IOException, InterruptedException {
    assertUnharmedBy(429);
  }

  private static void assertUnharmedBy(int status) throws IOException, InterruptedException {
    HttpServer refusing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    refusing.start();
    try {
      assertUnharmed(refusing.getAddress().getPort());
    } finally {
      refusing.stop(0);
    }
  }

  private static void assertUnharmed(int port) throws IOException, InterruptedException {
    Attached watched =
        run(
            List.of(
                "-javaagent:" + Attached.agent(Attached.NEWEST),
                "-Dotel.javaagent.extensions=" + Attached.EXTENSION,
                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + port,
                "-Dotel.exporter.otlp.timeout=1000",
                // Printed as well, because they could not tell of themselves otherwise.
                "-Dotel.metrics.exporter=otlp,logging-otlp",
                "-Dotel.experimental.sdk.telemetry.version=latest"));
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).containsExactlyElementsOf(bare.out());
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));
    List<Long> heap = heap(watched);
    assertThat(heap.get(1) - heap.get(0))
        .as("growth of the heap from %s runs to twice as many, %s", RUNS, heap)
        .isLessThan(TOLERATED_BYTES);
    for (String signal : List.of("span", "log")) {
      assertThat(
              watched.sum("otel.sdk.processor." + signal + ".processed", "error.type")
                  + watched.sum("otel.sdk.exporter." + signal + ".exported", "error.type"))
          .as("lost " + signal + "s that are counted")
          .isPositive();
    }
    assertThat(watched.sum("pitwall.signals.received")).isGreaterThan(2 * RUNS);
  }

  private static Attached run(List<String> flags) throws IOException, InterruptedException {
    Attached attached =
        Attached.run(
            Attached.applicationClassPath(),
            ManyRunsApp.class.getName(),
            flags,
            String.valueOf(RUNS));
    assertThat(attached.exit()).as(String.join("\n", attached.log())).isZero();
    return attached;
  }

  private static List<Long> heap(Attached attached) {
    return attached.err().stream()
        .filter(line -> line.startsWith(ManyRunsApp.HEAP))
        .map(line -> Long.valueOf(line.substring(ManyRunsApp.HEAP.length())))
        .toList();
  }
}
