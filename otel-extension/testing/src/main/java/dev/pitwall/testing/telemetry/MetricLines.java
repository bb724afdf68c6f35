package dev.pitwall.testing.telemetry;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counters and histograms as sorted lines of series, with what was added to them. How long
 * something took is left out, that it was measured is not.
 */
final class MetricLines {

  // How often hooks report and what they are called is no part of what a user sees.
  private static final Set<String> BOOKKEEPING = Set.of("pitwall.signals.received");

  private final Map<String, Sum> series = new TreeMap<>();
  private final Values values;

  private record Sum(long count, double sum, boolean time) {

    Sum plus(Sum other) {
      return new Sum(count + other.count, sum + other.sum, time);
    }
  }

  /** Adds exports with delta temporality. */
  MetricLines(List<Item.OfMetric> exports, Values values) {
    this.values = values;
    for (Item.OfMetric item : exports) {
      Metric metric = item.metric();
      if (!item.ours() || BOOKKEEPING.contains(metric.getName())) {
        continue;
      }
      for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
        double value = point.hasAsDouble() ? point.getAsDouble() : point.getAsInt();
        add(metric, point.getAttributesList(), new Sum(0, value, false));
      }
      for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
        add(
            metric,
            point.getAttributesList(),
            new Sum(point.getCount(), point.getSum(), metric.getUnit().equals("s")));
      }
    }
  }

  private void add(Metric metric, List<KeyValue> labels, Sum sum) {
    series.merge(metric.getName() + "{" + values.line(labels) + "}", sum, Sum::plus);
  }

  /** One line a series; a series to which nothing was added is not there. */
  List<String> render() {
    List<String> lines = new ArrayList<>();
    series.forEach(
        (name, sum) -> {
          if (sum.count() > 0) {
            lines.add(
                name + " count " + sum.count() + (sum.time() ? "" : ", sum " + number(sum.sum())));
          } else if (sum.sum() != 0) {
            lines.add(name + " " + number(sum.sum()));
          }
        });
    return lines;
  }

  /** The sum of all series of a metric whose labels contain a text. */
  double sum(String metric, String label) {
    return series.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(metric + "{"))
        .filter(entry -> entry.getKey().contains(label))
        .mapToDouble(entry -> entry.getValue().sum())
        .sum();
  }

  private static String number(double value) {
    return new BigDecimal(value, MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
  }
}
