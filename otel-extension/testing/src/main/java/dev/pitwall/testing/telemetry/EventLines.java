package dev.pitwall.testing.telemetry;

import com.google.protobuf.ByteString;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The workflow log as lines, each with the span under which it was written. */
final class EventLines {

  private final List<LogRecord> events;
  private final Map<ByteString, String> spans;

  EventLines(List<Item.OfLog> logs, List<Item.OfSpan> spans) {
    this.events = logs.stream().filter(Item::ours).map(Item.OfLog::log).toList();
    this.spans =
        spans.stream()
            .collect(
                Collectors.toMap(
                    item -> item.span().getSpanId(), item -> item.span().getName(), (a, b) -> a));
  }

  /**
   * The lines, run by run in the order in which they were written, or sorted where the order is not
   * given.
   *
   * @param withSpans whether each line says under which span it was written
   */
  List<String> render(Values values, boolean sorted, boolean withSpans) {
    Comparator<LogRecord> order =
        sorted
            ? Comparator.comparing(event -> event.getEventName() + Values.masked(unnumbered(event)))
            : Comparator.comparing(this::run).thenComparing(EventLines::sequence);
    List<String> lines = new ArrayList<>();
    for (LogRecord event : events.stream().sorted(order).toList()) {
      String line =
          event.getEventName()
              + " {"
              + values.line(sorted ? unnumbered(event) : event.getAttributesList())
              + "}";
      lines.add(
          withSpans && !(sorted && progress(event))
              ? line + " under " + spans.getOrDefault(event.getSpanId(), "a span unknown")
              : line);
    }
    return lines;
  }

  // Runs in the order in which they began: of several, times are too coarse to tell.
  private int run(LogRecord event) {
    String run = attribute(event, Pitwall.RUN_ID.name());
    return events.stream()
        .map(each -> attribute(each, Pitwall.RUN_ID.name()))
        .toList()
        .indexOf(run);
  }

  // Of agents that work at once, either may be the first to be done.
  private static boolean progress(LogRecord event) {
    return event.getEventName().equals(Events.RUN_PROGRESSED.name());
  }

  /** Runs whose sequence numbers have gaps or do not begin at 0. */
  List<String> gaps() {
    Map<String, List<Long>> sequences = new TreeMap<>();
    for (LogRecord event : events) {
      sequences
          .computeIfAbsent(attribute(event, Pitwall.RUN_ID.name()), run -> new ArrayList<>())
          .add(sequence(event));
    }
    List<String> gaps = new ArrayList<>();
    sequences.forEach(
        (run, numbers) -> {
          List<Long> sorted = numbers.stream().sorted().toList();
          for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i) != i) {
              gaps.add("events of a run are numbered " + sorted);
              break;
            }
          }
        });
    return gaps;
  }

  private static long sequence(LogRecord event) {
    String number = attribute(event, Pitwall.EVENT_SEQUENCE.name());
    return number.isEmpty() ? -1 : Long.parseLong(number);
  }

  private static List<KeyValue> unnumbered(LogRecord event) {
    return event.getAttributesList().stream()
        .filter(attribute -> !attribute.getKey().equals(Pitwall.EVENT_SEQUENCE.name()))
        .toList();
  }

  private static String attribute(LogRecord event, String name) {
    return event.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .map(attribute -> Values.text(attribute.getValue()))
        .findFirst()
        .orElse("");
  }
}
