package dev.pitwall.build;

import dev.pitwall.conventions.Aggregation;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes {@code docs/telemetry.md} from the conventions. */
final class TelemetryPage {

  private TelemetryPage() {}

  static String render() {
    return """
        # Telemetry

        Generated from `otel-extension/conventions`; do not edit. Regenerate with
        `mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools -am`, a test fails while this page is out of date.

        ## Metrics

        The Prometheus column is the series that the metric becomes, by way of the Collector or scraped from the agent \
        itself; a histogram has `_bucket`, `_sum` and `_count`. Labels are the attributes with `.` replaced by `_`. *Over JVMs* says how to \
        combine the series of several processes.

        | metric | Prometheus | kind, unit | attributes | over JVMs | meaning |
        |---|---|---|---|---|---|
        %s

        ## Events

        The workflow log: OpenTelemetry log records with an event name. All carry `pitwall.run.id`, \
        `gen_ai.workflow.name`, `pitwall.event.sequence` and the trace context.

        | event | attributes | meaning |
        |---|---|---|
        %s

        ## Attributes

        | attribute | values | meaning |
        |---|---|---|
        %s
        """
        .formatted(
            lines(Metrics.all().stream().map(TelemetryPage::metric).toList()),
            lines(Events.all().stream().map(TelemetryPage::event).toList()),
            lines(attributes().stream().map(TelemetryPage::attribute).toList()));
  }

  private static String metric(Metric metric) {
    String aggregation =
        metric.aggregation() == Aggregation.NONE
            ? "–"
            : metric.aggregation().name().toLowerCase(Locale.ROOT);
    return "| `%s` | `%s` | %s, %s | %s | %s | %s |"
        .formatted(
            metric.name(),
            metric.prometheusName(),
            metric.instrument().name().toLowerCase(Locale.ROOT),
            metric.unit(),
            names(metric.attributes()),
            aggregation,
            metric.description());
  }

  private static String event(Event event) {
    return "| `%s` | %s | %s |"
        .formatted(event.name(), names(event.attributes()), event.description());
  }

  private static String attribute(Attribute attribute) {
    return "| `%s` | %s | %s |"
        .formatted(
            attribute.name(), String.join(", ", attribute.values()), attribute.description());
  }

  private static List<Attribute> attributes() {
    return Stream.concat(
            Metrics.all().stream().flatMap(metric -> metric.attributes().stream()),
            Events.all().stream().flatMap(event -> event.attributes().stream()))
        .distinct()
        .sorted(Comparator.comparing(Attribute::name))
        .toList();
  }

  private static String names(List<Attribute> attributes) {
    return attributes.stream()
        .map(attribute -> "`" + attribute.name() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
