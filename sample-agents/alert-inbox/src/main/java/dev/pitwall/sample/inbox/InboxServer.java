package dev.pitwall.sample.inbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running inbox, on loopback only. */
public final class InboxServer implements AutoCloseable {

  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;

  private InboxServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @param runbooks folder of Markdown runbooks
   * @throws IOException if the port is taken
   */
  public static InboxServer start(int port, Path runbooks, Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Inbox inbox = new Inbox();
    server.setExecutor(threads);
    server.createContext(
        "/", new Routes(inbox, new InboxMetrics(inbox), new Runbooks(runbooks), clock));
    server.start();
    return new InboxServer(server, threads);
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
