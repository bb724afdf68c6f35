package dev.pitwall.sample.simulator.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * All that was exported. Spans come when they end, as an SDK exports them: what never ends is not
 * in it.
 */
public final class Recording {

  private final List<Span> spans = new ArrayList<>();
  private final List<LogRecord> records = new ArrayList<>();

  public void add(Span span) {
    spans.add(span);
  }

  public void add(LogRecord entry) {
    records.add(entry);
  }

  /** Adds all of another recording. */
  public void addAll(Recording other) {
    spans.addAll(other.spans);
    records.addAll(other.records);
  }

  /** When the last thing happened, epoch milliseconds. */
  public long end() {
    return Math.max(
        spans.stream().mapToLong(Span::end).max().orElse(0),
        records.stream().mapToLong(LogRecord::at).max().orElse(0));
  }

  public List<Span> spans() {
    return List.copyOf(spans);
  }

  public List<LogRecord> records() {
    return List.copyOf(records);
  }
}
