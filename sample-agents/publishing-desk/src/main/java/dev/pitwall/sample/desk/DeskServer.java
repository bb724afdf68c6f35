package dev.pitwall.sample.desk;

import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.pitwall.sample.desk.newsroom.Archive;
import dev.pitwall.sample.desk.newsroom.Newsroom;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The running desk: loopback only, a few jobs at a time, {@value #WAITING} more may wait. */
public final class DeskServer implements AutoCloseable {

  private static final int WAITING = 32;
  private static final int RESEARCHERS_PER_JOB = 3;
  private static final int CHECKERS = 16;
  private static final int HTTP_THREADS = 8;

  private final HttpServer server;
  private final List<ExecutorService> threads;

  private DeskServer(HttpServer server, List<ExecutorService> threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static DeskServer start(int port, Settings settings) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    int jobs = settings.jobs();
    ExecutorService http = Executors.newFixedThreadPool(HTTP_THREADS);
    ExecutorService researchers = Executors.newFixedThreadPool(jobs * RESEARCHERS_PER_JOB);
    ExecutorService checkers = Executors.newFixedThreadPool(CHECKERS);
    ExecutorService oneChecker = Executors.newSingleThreadExecutor();
    ExecutorService workers =
        new ThreadPoolExecutor(jobs, jobs, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
    Newsroom newsroom =
        new Newsroom(model(settings), Archive.open(), researchers, settings.approver());
    JobBoard board =
        new JobBoard(
            newsroom.open(checkers),
            newsroom.open(oneChecker),
            settings.scripted(),
            workers,
            Clock.systemUTC());
    server.setExecutor(http);
    server.createContext("/", new Routes(board, settings));
    server.start();
    return new DeskServer(server, List.of(http, workers, researchers, checkers, oneChecker));
  }

  private static ChatModel model(Settings settings) {
    var builder =
        OpenAiChatModel.builder()
            .apiKey(settings.apiKey())
            .modelName(settings.model())
            .timeout(settings.modelTimeout())
            .maxRetries(1);
    URI baseUrl = settings.baseUrl();
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl.toString())).build();
  }

  /** Where jobs are submitted. */
  public URI address() {
    return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
  }

  /** Stops at once; jobs under way are broken off. */
  @Override
  public void close() {
    server.stop(0);
    threads.forEach(ExecutorService::shutdownNow);
  }
}
