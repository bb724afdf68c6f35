package dev.pitwall.testing.telemetry;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Spans as a text: children below their parents in the order in which they began, with kind, status
 * and all attributes. Spans that overlap have no order of their own and are sorted by what they
 * say. Spans of other instrumentations, such as the HTTP client's, appear by name.
 */
final class SpanForest {

  private final Map<ByteString, List<Item.OfSpan>> children = new HashMap<>();
  private final Map<ByteString, String> names = new HashMap<>();
  private final List<Item.OfSpan> roots = new ArrayList<>();

  SpanForest(List<Item.OfSpan> spans) {
    spans.forEach(item -> names.put(item.span().getSpanId(), item.span().getName()));
    for (Item.OfSpan item : spans) {
      ByteString parent = item.span().getParentSpanId();
      (names.containsKey(parent)
              ? children.computeIfAbsent(parent, key -> new ArrayList<>())
              : roots)
          .add(item);
    }
  }

  /** The text, one line a name and one an attribute. */
  List<String> render(Values values) {
    List<String> lines = new ArrayList<>();
    for (Item.OfSpan root : ordered(roots)) {
      render(root, "", values, lines);
    }
    return lines;
  }

  private void render(Item.OfSpan item, String indent, Values values, List<String> lines) {
    Span span = item.span();
    lines.add(indent + title(item));
    if (item.ours()) {
      for (String line : values.lines(item.attributes())) {
        lines.add(indent + "| " + line);
      }
      for (Span.Event event : span.getEventsList()) {
        lines.add(
            indent + "| event " + event.getName() + " " + values.line(event.getAttributesList()));
      }
      for (Span.Link link : span.getLinksList()) {
        lines.add(indent + "| link to " + names.getOrDefault(link.getSpanId(), "a span unknown"));
      }
    }
    for (Item.OfSpan child : ordered(children.getOrDefault(span.getSpanId(), List.of()))) {
      render(child, indent + "  ", values, lines);
    }
  }

  private String title(Item.OfSpan item) {
    Span span = item.span();
    if (!item.ours()) {
      return "[" + span.getName() + "]";
    }
    String kind = span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
    String status = span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR ? ", ERROR" : "";
    String description =
        span.getStatus().getMessage().isEmpty() ? "" : ": " + span.getStatus().getMessage();
    boolean lost = !span.getParentSpanId().isEmpty() && !names.containsKey(span.getParentSpanId());
    return "%s (%s%s%s)%s"
        .formatted(span.getName(), kind, status, description, lost ? " PARENT MISSING" : "");
  }

  private List<Item.OfSpan> ordered(List<Item.OfSpan> siblings) {
    List<Item.OfSpan> byStart =
        siblings.stream()
            .sorted(Comparator.comparingLong(item -> item.span().getStartTimeUnixNano()))
            .toList();
    List<Item.OfSpan> ordered = new ArrayList<>();
    List<Item.OfSpan> overlapping = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Item.OfSpan item : byStart) {
      if (item.span().getStartTimeUnixNano() >= end) {
        flush(overlapping, ordered);
      }
      overlapping.add(item);
      end = Math.max(end, item.span().getEndTimeUnixNano());
    }
    flush(overlapping, ordered);
    return ordered;
  }

  private void flush(List<Item.OfSpan> overlapping, List<Item.OfSpan> ordered) {
    overlapping.sort(Comparator.comparing(this::masked));
    ordered.addAll(overlapping);
    overlapping.clear();
  }

  private String masked(Item.OfSpan item) {
    StringBuilder text = new StringBuilder(title(item));
    text.append(Values.masked(item.attributes()));
    children.getOrDefault(item.span().getSpanId(), List.of()).stream()
        .map(this::masked)
        .sorted()
        .forEach(text::append);
    return text.toString();
  }
}
