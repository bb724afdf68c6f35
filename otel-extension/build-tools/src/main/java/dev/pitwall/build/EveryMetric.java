package dev.pitwall.build;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program that reports every metric of the conventions once, through whatever agent it runs with:
 * what its exporters make of the names is compared by {@code tools/metric-paths.mjs}. Prints what
 * the conventions expect, one JSON object a line, then reports until it is ended.
 */
public final class EveryMetric {

  // What label values may hold at worst.
  private static final String ODD = "value \"A\\B\" Prüfer 数据 🤖 {le=\"1\"}";

  private EveryMetric() {}

  public static void main(String[] arguments) throws InterruptedException {
    Meter meter = GlobalOpenTelemetry.getMeter("dev.pitwall");
    for (Metric metric : Metrics.all()) {
      report(meter, metric);
      System.out.println(expectation(metric));
    }
    System.out.println("reported");
    Thread.currentThread().join();
  }

  private static void report(Meter meter, Metric metric) {
    Attributes attributes = attributes(metric.attributes());
    if (metric.instrument() == Instrument.COUNTER) {
      meter.counterBuilder(metric.name()).setUnit(metric.unit()).build().add(3, attributes);
    } else if (metric.instrument() == Instrument.GAUGE) {
      meter
          .gaugeBuilder(metric.name())
          .setUnit(metric.unit())
          .buildWithCallback(gauge -> gauge.record(0.5, attributes));
    } else {
      DoubleHistogram histogram =
          meter
              .histogramBuilder(metric.name())
              .setUnit(metric.unit())
              .setExplicitBucketBoundariesAdvice(metric.buckets())
              .build();
      metric.buckets().forEach(bound -> histogram.record(bound, attributes));
    }
  }

  private static Attributes attributes(List<Attribute> attributes) {
    AttributesBuilder builder = Attributes.builder();
    for (Attribute attribute : attributes) {
      String value = attribute.values().isEmpty() ? ODD : attribute.values().get(0);
      builder.put(AttributeKey.stringKey(attribute.name()), value);
    }
    return builder.build();
  }

  private static String expectation(Metric metric) {
    return "{\"metric\":\"%s\",\"series\":%s,\"labels\":%s,\"bounds\":%s}"
        .formatted(
            metric.name(),
            strings(metric.prometheusSeries()),
            strings(metric.attributes().stream().map(Attribute::label).toList()),
            metric.buckets());
  }

  private static String strings(List<String> texts) {
    return texts.stream().map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
  }
}
