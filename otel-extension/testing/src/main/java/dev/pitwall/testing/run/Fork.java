package dev.pitwall.testing.run;

import dev.pitwall.testing.application.Player;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application's process. */
final class Fork implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final int POLL_MILLIS = 500;

  private final Process process;
  private final Path out;
  private final Path err;

  private Fork(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Fork start(Application application, Cell cell, String receiver, int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(cell.flags());
    if (cell.watched()) {
      command.addAll(
          List.of(
              "-Dotel.exporter.otlp.endpoint=" + receiver,
              "-Dotel.exporter.otlp.protocol=http/protobuf",
              // What was added since the last export, so that it can be told what came of what.
              "-Dotel.exporter.otlp.metrics.temporality.preference=delta",
              "-Dotel.metric.export.interval=100",
              "-Dotel.bsp.schedule.delay=100",
              "-Dotel.blrp.schedule.delay=100",
              "-Dotel.instrumentation.runtime-telemetry.enabled=false"));
    }
    command.addAll(
        List.of(
            "-cp",
            application.classPath(),
            Player.class.getName(),
            String.valueOf(port),
            application.framework().getName()));
    Path out = Files.createTempFile("application", ".out");
    Path err = Files.createTempFile("application", ".err");
    return new Fork(
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start(),
        out,
        err);
  }

  /** The application's call, unless it ends before. */
  Socket accept(ServerSocket door) throws IOException {
    door.setSoTimeout(POLL_MILLIS);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        return door.accept();
      } catch (SocketTimeoutException e) {
        // It is still starting.
      }
    }
    throw new IOException("the application did not start");
  }

  void awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the application does not end; it said: " + errors());
    }
    if (process.exitValue() != 0) {
      throw new IOException("exit " + process.exitValue() + ": " + errors());
    }
  }

  List<String> output() throws IOException {
    return Files.readAllLines(out);
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(err);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }
}
