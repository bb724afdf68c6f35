package dev.pitwall.agent.telemetry;

import dev.pitwall.agent.settings.DurableLogSettings;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.log.Durability;
import dev.pitwall.log.Entry;
import dev.pitwall.log.EntryJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Appends what must not be lost to a local file, one line of JSON an entry, forced to the disk, in
 * rotation. A thread of its own writes; the application never waits for the disk. What does not fit
 * into the queue or cannot be written is counted as dropped, and the first failure is logged.
 */
public final class DurableLog implements Consumer<Entry>, Closeable {

  private static final Logger logger = Logger.getLogger(DurableLog.class.getName());
  private static final int QUEUE = 10_000;
  private static final long CLOSE_SECONDS = 5;
  // The end. No interrupt, because that would close the file under a write.
  private static final Optional<Entry> END = Optional.empty();

  private final Path file;
  private final DurableLogSettings settings;
  private final Instruments instruments;
  private final BlockingQueue<Optional<Entry>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread writer = new Thread(this::write, "pitwall-log");
  private volatile boolean closed;
  private boolean failed;

  private DurableLog(Path file, DurableLogSettings settings, Instruments instruments) {
    this.file = file;
    this.settings = settings;
    this.instruments = instruments;
    writer.setDaemon(true);
  }

  /** Begins to write where the settings name a file; what is still queued is written at the end. */
  public static Consumer<Entry> start(DurableLogSettings settings, Instruments instruments) {
    if (settings.file() == null) {
      return entry -> {};
    }
    DurableLog log = open(settings.file(), settings, instruments);
    Runtime.getRuntime().addShutdownHook(new Thread(log::close, "pitwall-log-end"));
    return log;
  }

  static DurableLog open(Path file, DurableLogSettings settings, Instruments instruments) {
    DurableLog log = new DurableLog(file, settings, instruments);
    log.writer.start();
    return log;
  }

  @Override
  public void accept(Entry entry) {
    if (Durability.isNeeded(entry) && !queue.offer(Optional.of(entry))) {
      dropped(1);
    }
  }

  /** Writes what is queued and ends. */
  @Override
  public void close() {
    closed = true;
    // Where there is no room for it, the writer has no reason to wait.
    boolean unused = queue.offer(END);
    try {
      writer.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    List<Optional<Entry>> batch = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        // Nobody of ours interrupts it, and to end is for close().
        continue;
      }
      queue.drainTo(batch);
      List<Entry> entries = batch.stream().flatMap(Optional::stream).toList();
      if (!entries.isEmpty()) {
        append(entries);
      }
      batch.clear();
    }
  }

  private void append(List<Entry> batch) {
    StringBuilder lines = new StringBuilder();
    batch.forEach(entry -> lines.append(EntryJson.line(entry)).append('\n'));
    try {
      rotate();
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException | RuntimeException e) {
      dropped(batch.size());
      complain(e);
    }
  }

  // file.1 is the youngest of those that are full.
  private void rotate() throws IOException {
    if (!Files.exists(file) || Files.size(file) < settings.maxBytes()) {
      return;
    }
    for (int i = settings.maxFiles() - 1; i >= 1; i--) {
      Path older = numbered(i);
      if (Files.exists(older)) {
        Files.move(older, numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(numbered(settings.maxFiles() + 1));
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private void dropped(int entries) {
    instruments.add(Metrics.SIGNALS_DROPPED, entries, "durable_log");
  }

  private void complain(Exception e) {
    if (!failed) {
      failed = true;
      logger.log(
          Level.WARNING,
          "Pitwall cannot write pitwall.workflow-log.file="
              + file
              + " ("
              + e
              + "). The events are exported all the same; those that are not in the file are counted in pitwall.signals.dropped.");
    }
  }
}
