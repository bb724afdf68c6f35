package dev.pitwall.alerts.lint;

import dev.pitwall.alerts.promql.Expr;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.ExternalMetric;
import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every series that a rule may read, with the labels it can have. */
final class SeriesCatalogue {

  /** Where a series comes from; any series may have them. */
  static final Set<String> ORIGIN = Set.of("cluster", "job", "instance");

  private final Map<String, Set<String>> labels = new HashMap<>();
  private final Set<String> foreign = new HashSet<>();
  private final Set<String> cumulative = new HashSet<>();

  SeriesCatalogue() {
    for (Metric metric : Metrics.all()) {
      for (String series : metric.prometheusSeries()) {
        Set<String> known = new TreeSet<>(ORIGIN);
        metric.attributes().stream().map(Attribute::label).forEach(known::add);
        if (series.endsWith("_bucket")) {
          known.add("le");
        }
        labels.put(series, known);
        if (metric.instrument() != Instrument.GAUGE) {
          cumulative.add(series);
        }
      }
    }
    ExternalMetric.all().forEach(metric -> foreign.add(metric.series()));
  }

  /** Makes a recording rule's result known. */
  void record(String series, Expr expr) {
    labels.put(series, new OutputLabels(this).of(expr));
  }

  boolean knows(String series) {
    return labels.containsKey(series) || foreign.contains(series);
  }

  /** The labels of a series of ours; empty where they are somebody else's and unknown. */
  Optional<Set<String>> labels(String series) {
    return Optional.ofNullable(labels.get(series));
  }

  boolean isCumulative(String series) {
    return cumulative.contains(series);
  }
}
