package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.IdentityHashMap;
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
  private final IdentityHashMap<Metric, DoubleCounter> amounts = new IdentityHashMap<>();
  private final IdentityHashMap<Metric, DoubleHistogram> histograms = new IdentityHashMap<>();
  private final IdentityHashMap<Metric, SeriesLabels> series = new IdentityHashMap<>();

  public Instruments(Meter meter) {
    LabelLimits limits = new LabelLimits();
    for (Metric metric : Metrics.all()) {
      series.put(
          metric,
          new SeriesLabels(
              metric, limits, values -> add(Metrics.LABELS_OVERFLOWED, values, metric.name())));
      if (metric.fractional()) {
        amounts.put(
            metric,
            meter
                .counterBuilder(metric.name())
                .ofDoubles()
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .build());
      } else if (metric.instrument() == Instrument.COUNTER) {
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

  /** Adds to a counter of what has fractions. */
  public void addAmount(Metric counter, double amount, @Nullable String... labels) {
    Objects.requireNonNull(amounts.get(counter), counter.name())
        .add(amount, labels(counter, labels));
  }

  /** Records a value of a histogram. */
  public void record(Metric histogram, double value, @Nullable String... labels) {
    Objects.requireNonNull(histograms.get(histogram), histogram.name())
        .record(value, labels(histogram, labels));
  }

  /** The attributes of a series, with values beyond the limits replaced and counted. */
  Attributes labels(Metric metric, @Nullable String... labels) {
    return Objects.requireNonNull(series.get(metric), metric.name()).of(labels);
  }

  private LongCounter counter(Metric metric) {
    return Objects.requireNonNull(counters.get(metric), metric.name());
  }
}
