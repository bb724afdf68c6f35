package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import io.opentelemetry.api.common.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Remembers which series had a value. A gauge that is simply not reported any more keeps its last
 * value in a Collector for minutes, so what is over is reported as zero: for ever where labels are
 * names, for a few exports where they are ids. A run's own progress and idle time just end, where
 * zero would be a lie; that its age is zero tells that it has ended.
 */
final class LastSeen {

  private static final Set<String> ENDING =
      Set.of(Metrics.RUN_PROGRESS.name(), Metrics.RUN_IDLE.name());
  private static final int CAPACITY = 5000;
  private static final int ZEROS_FOR_IDS = 5;

  private final Map<Key, Integer> zerosSent = new LinkedHashMap<>();
  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  private record Key(String metric, Attributes labels) {}

  /** Adds a zero for every series that had a value before and has none in {@code series}. */
  synchronized void addZeros(Gauges.Series series) {
    series.values().forEach(this::remember);
    zerosSent.replaceAll((key, zeros) -> series.has(metric(key), key.labels()) ? 0 : zeros + 1);
    zerosSent.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue()));
    zerosSent.forEach(
        (key, zeros) -> {
          if (zeros > 0) {
            series.zero(metric(key), key.labels());
          }
        });
  }

  private void remember(Metric metric, Map<Attributes, Double> values) {
    if (ENDING.contains(metric.name())) {
      return;
    }
    metrics.put(metric.name(), metric);
    for (Attributes labels : values.keySet()) {
      if (zerosSent.size() < CAPACITY) {
        zerosSent.putIfAbsent(new Key(metric.name(), labels), 0);
      }
    }
  }

  private boolean isOver(Key key, int zeros) {
    return zeros > ZEROS_FOR_IDS && metric(key).attributes().stream().anyMatch(Attribute::id);
  }

  private Metric metric(Key key) {
    return Objects.requireNonNull(metrics.get(key.metric()), key.metric());
  }
}
