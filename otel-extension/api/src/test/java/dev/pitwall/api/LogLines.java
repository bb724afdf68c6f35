package dev.pitwall.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the API logs while this is open. */
final class LogLines extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("dev.pitwall.api");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogLines() {}

  static LogLines record() {
    LogLines lines = new LogLines();
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(lines);
    return lines;
  }

  List<String> at(Level level) {
    return records.stream()
        .filter(record -> record.getLevel().intValue() >= level.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
