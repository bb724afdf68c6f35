package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.ExternalMetric;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every series that a rule may read, with the labels it can have. */
final class SeriesCatalogue {

  /** Where a series comes from; any series may have them. */
  static final Set<String> ORIGIN = Set.of("cluster", "job", "instance");

  private final Map<String, Set<String>> possible = new HashMap<>();
  private final Map<String, Set<String>> certain = new HashMap<>();
  private final Map<String, List<Double>> bounds = new HashMap<>();
  private final Set<String> cumulative = new HashSet<>();

  SeriesCatalogue() {
    for (Metric metric : Metrics.all()) {
      for (String series : metric.prometheusSeries()) {
        Set<String> known = withOrigin(metric.attributes().stream().map(Attribute::label).toList());
        if (series.endsWith("_bucket")) {
          known.add("le");
          bounds.put(series, metric.buckets());
        }
        add(series, known, metric.instrument() != Instrument.GAUGE);
      }
    }
    for (ExternalMetric metric : ExternalMetric.all()) {
      add(metric.series(), withOrigin(metric.labels()), metric.counter());
    }
  }

  /** Makes a recording rule's result known. */
  void record(String series, Expr expr) {
    possible.put(series, OutputLabels.possible(this).of(expr));
    certain.put(series, OutputLabels.certain(this).of(expr));
  }

  boolean knows(String series) {
    return possible.containsKey(series);
  }

  /** The labels that a series may have; none where nobody emits it. */
  Set<String> possible(String series) {
    return possible.getOrDefault(series, Set.of());
  }

  /** The labels that every series of this name has, as far as they apply to it. */
  Set<String> certain(String series) {
    return certain.getOrDefault(series, Set.of());
  }

  boolean isCumulative(String series) {
    return cumulative.contains(series);
  }

  /** A histogram's bounds; none where the series is no bucket. */
  List<Double> bounds(String series) {
    return bounds.getOrDefault(series, List.of());
  }

  private void add(String series, Set<String> labels, boolean counter) {
    possible.put(series, labels);
    certain.put(series, labels);
    if (counter) {
      cumulative.add(series);
    }
  }

  private static Set<String> withOrigin(Collection<String> labels) {
    Set<String> known = new TreeSet<>(ORIGIN);
    known.addAll(labels);
    return known;
  }
}
