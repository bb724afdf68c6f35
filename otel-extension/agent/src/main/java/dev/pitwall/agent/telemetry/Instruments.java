package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counters and histograms of the conventions. Label values are given in the order of the metric's
 * attributes, null where an attribute does not apply.
 *
 * <pre>{@code instruments.add(Metrics.FINDINGS_OPENED, 1, "loop", "publishing-desk");}</pre>
 */
public final class Instruments {

  private final IdentityHashMap<Metric, LongCounter> counters = new IdentityHashMap<>();
  private final IdentityHashMap<Metric, DoubleHistogram> histograms = new IdentityHashMap<>();
  private final LabelLimits limits = new LabelLimits();

  public Instruments(Meter meter) {
    for (Metric metric : Metrics.all()) {
      if (metric.instrument() == Instrument.COUNTER) {
        counters.put(
            metric,
            meter
                .counterBuilder(metric.name())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .build());
      } else if (metric.instrument() == Instrument.HISTOGRAM) {
        histograms.put(
            metric,
            meter
                .histogramBuilder(metric.name())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .setExplicitBucketBoundariesAdvice(metric.buckets())
                .build());
      }
    }
  }

  /** Adds to a counter. */
  public void add(Metric counter, long amount, @Nullable String... labels) {
    counter(counter).add(amount, labels(counter, labels));
  }

  /** Records a value of a histogram. */
  public void record(Metric histogram, double value, @Nullable String... labels) {
    Objects.requireNonNull(histograms.get(histogram), histogram.name())
        .record(value, labels(histogram, labels));
  }

  /** The attributes of a series, with values beyond the limit replaced and counted. */
  Attributes labels(Metric metric, @Nullable String... labels) {
    AttributesBuilder attributes = Attributes.builder();
    List<Attribute> names = metric.attributes();
    for (int i = 0; i < labels.length; i++) {
      String value = labels[i];
      if (value != null) {
        attributes.put(
            AttributeKey.stringKey(names.get(i).name()), limit(metric, names.get(i), value));
      }
    }
    return attributes.build();
  }

  private String limit(Metric metric, Attribute attribute, String value) {
    String label = limits.limit(attribute, value);
    if (label.equals(LabelLimits.OTHER) && !value.equals(LabelLimits.OTHER)) {
      counter(Metrics.LABELS_OVERFLOWED)
          .add(
              1,
              Attributes.of(
                  AttributeKey.stringKey(Metrics.LABELS_OVERFLOWED.attributes().get(0).name()),
                  metric.name()));
    }
    return label;
  }

  private LongCounter counter(Metric metric) {
    return Objects.requireNonNull(counters.get(metric), metric.name());
  }
}
