package dev.pitwall.testing.telemetry;

import com.google.protobuf.ByteString;
import dev.pitwall.conventions.Attribute;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was exported of one conversation.
 *
 * @param spans all spans, also those of other instrumentations
 * @param metrics what was added to metrics, as exports with delta temporality
 * @param logs all log records
 * @param thrown the classes of what the application caught, the outermost first
 */
public record Telemetry(
    List<Item.OfSpan> spans,
    List<Item.OfMetric> metrics,
    List<Item.OfLog> logs,
    List<String> thrown) {

  public Telemetry {
    spans = List.copyOf(spans);
    metrics = List.copyOf(metrics);
    logs = List.copyOf(logs);
    thrown = List.copyOf(thrown);
  }

  /**
   * All of it as lines.
   *
   * @param concurrent whether the order of events is not given
   */
  public List<String> render(boolean concurrent) {
    Values values = new Values(thrown);
    // Events come first to name things, so that they read the same where there are no spans.
    List<String> events = new EventLines(logs, spans).render(values, concurrent, true);
    List<String> lines = new ArrayList<>();
    section(lines, "spans", new SpanForest(spans).render(values));
    section(lines, "metrics", metricLines());
    section(lines, "events", events);
    return lines;
  }

  /** Counters and histograms as lines. */
  public List<String> metricLines() {
    return new MetricLines(metrics, new Values(thrown)).render();
  }

  /** Events as lines that do not tell of spans. */
  public List<String> eventLines(boolean concurrent) {
    return new EventLines(logs, spans).render(new Values(thrown), concurrent, false);
  }

  /** The sum of all series of a metric whose labels contain a text. */
  public double sum(String metric, String label) {
    return new MetricLines(metrics, new Values(thrown)).sum(metric, label);
  }

  /** The sum of an attribute over all spans. */
  public long sumOfSpans(Attribute attribute) {
    return spans.stream()
        .flatMap(item -> item.attributes().stream())
        .filter(each -> each.getKey().equals(attribute.name()))
        .mapToLong(each -> each.getValue().getIntValue())
        .sum();
  }

  /** Our spans, as the header of a request says whose work it is. */
  public Set<String> traceParents() {
    return spans.stream()
        .filter(Item::ours)
        .map(
            item ->
                "00-%s-%s-".formatted(hex(item.span().getTraceId()), hex(item.span().getSpanId())))
        .collect(Collectors.toSet());
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  /** Whatever is not as the conventions say. */
  public Collection<String> mistakes() {
    Collection<String> mistakes = new TreeSet<>(Declared.mistakes(spans, metrics, logs));
    mistakes.addAll(new EventLines(logs, spans).gaps());
    return mistakes;
  }

  /** What the last export says is open, pending or waiting, though the conversation is over. */
  public Collection<String> leftOpen() {
    Collection<String> open = new TreeSet<>();
    for (Item.OfMetric item : metrics) {
      String name = item.metric().getName();
      if (item.ours() && name.matches(".*\\.(active|pending|waiting|stalled)")) {
        for (NumberDataPoint point : item.metric().getGauge().getDataPointsList()) {
          String series = name + "{" + new Values(thrown).line(point.getAttributesList()) + "}";
          if (point.getAsDouble() + point.getAsInt() > 0) {
            open.add(series);
          } else {
            open.remove(series);
          }
        }
      }
    }
    return open;
  }

  private static void section(List<String> lines, String title, List<String> body) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("# " + title);
    lines.addAll(body.isEmpty() ? List.of("none") : body);
  }
}
