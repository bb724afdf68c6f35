package dev.pitwall.sample.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running endpoint: loopback only, at most {@value #THREADS} answers at a time. */
public final class ModelEndpoint implements AutoCloseable {

  private static final int THREADS = 64;

  private final HttpServer server;
  private final ExecutorService threads;

  private ModelEndpoint(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException if the port is taken
   */
  public static ModelEndpoint start(Options options) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    server.createContext(
        "/",
        new Routes(
            new ChatCompletions(
                new Limits(options.contextWindow()),
                new Cast(options.loopTurns()),
                new Clockwork(options))));
    server.start();
    return new ModelEndpoint(server, threads);
  }

  /** What a client sets as its OpenAI base URL. */
  public String baseUrl() {
    return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
  }

  /** Stops at once; an answer under way is broken off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
