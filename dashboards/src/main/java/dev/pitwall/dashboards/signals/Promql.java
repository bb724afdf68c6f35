package dev.pitwall.dashboards.signals;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The few shapes of query that the dashboards are made of. */
final class Promql {

  private static final List<Attribute> CHOSEN = List.of(GenAi.WORKFLOW, GenAi.AGENT);

  private Promql() {}

  /** A gauge or counter, narrowed to what the dashboard's variables choose. */
  static String select(Metric metric, String... matchers) {
    return metric.prometheusName() + matchers(metric, matchers);
  }

  /** One of a histogram's series: {@code bucket}, {@code sum} or {@code count}. */
  static String select(Metric histogram, Part part, String... matchers) {
    return histogram.prometheusName() + part.suffix + matchers(histogram, matchers);
  }

  /** Somebody else's series of the chosen services. */
  static String external(String series, String... matchers) {
    return series + braces(Stream.concat(ofServices(), Stream.of(matchers)));
  }

  /** A label that has one of these values; none is any of ours to escape. */
  static String oneOf(Attribute label, String... values) {
    return label.label() + "=~\"" + String.join("|", values) + "\"";
  }

  /** What a counter grew by in the dashboard's time range. */
  static String counted(String selector) {
    return grown(selector, "$__range");
  }

  /** What a counter grew by in the window of rates, at each moment. */
  static String lately(String selector) {
    return grown(selector, "$__rate_interval");
  }

  // A series that was born in the window counts in full: increase() alone would miss its first
  // increments, which for a rare fact are all there is.
  private static String grown(String selector, String window) {
    return "(%1$s unless %1$s offset %2$s or increase(%1$s[%2$s]))".formatted(selector, window);
  }

  /** What was not there a window ago. A series that goes below its limit is not there. */
  static String begun(String expression) {
    int end = expression.indexOf('}') + 1;
    String before = expression.substring(0, end) + " offset $__rate_interval";
    return expression + " unless " + before + expression.substring(end);
  }

  static String rate(String selector) {
    return "rate(%s[$__rate_interval])".formatted(selector);
  }

  static String perMinute(String selector, Attribute... by) {
    return "60 * " + sum(rate(selector), by);
  }

  static String sum(String expression, Attribute... by) {
    return aggregate("sum", expression, by);
  }

  static String max(String expression, Attribute... by) {
    return aggregate("max", expression, by);
  }

  static String min(String expression, Attribute... by) {
    return aggregate("min", expression, by);
  }

  /** A quantile in the time range, without the NaN that an idle histogram gives. */
  static String quantile(double quantile, Metric histogram, Attribute... by) {
    return quantile(quantile, counted(select(histogram, Part.BUCKET)), by);
  }

  /** A quantile in the window of rates, at each moment. */
  static String quantileLately(double quantile, Metric histogram, Attribute... by) {
    return quantile(quantile, rate(select(histogram, Part.BUCKET)), by);
  }

  static String quantile(double quantile, String buckets, Attribute... by) {
    String labels =
        Stream.concat(Stream.of("le"), Stream.of(by).map(Attribute::label))
            .collect(Collectors.joining(", "));
    return "histogram_quantile(%s, sum by (%s) (%s)) >= 0".formatted(quantile, labels, buckets);
  }

  /** The mean of what a histogram observed in the time range. */
  static String mean(Metric histogram, Attribute... by) {
    return share(
        sum(counted(select(histogram, Part.SUM)), by),
        sum(counted(select(histogram, Part.COUNT)), by));
  }

  /** The same at each moment. */
  static String meanLately(Metric histogram, Attribute... by) {
    return share(
        sum(lately(select(histogram, Part.SUM)), by),
        sum(lately(select(histogram, Part.COUNT)), by));
  }

  /** A part of a whole, where there is a whole. */
  static String share(String part, String whole) {
    return part + " / (" + whole + " > 0)";
  }

  /** Zero where the whole has a value and the part has none. */
  static String orZeroOf(String part, String whole) {
    return part + " or 0 * " + whole;
  }

  /**
   * Zero while a service reports, nothing when none does: an absent service is not a healthy one.
   */
  static String orZero(String expression) {
    return "%s or 0 * sum(%s > 0)".formatted(expression, select(Metrics.EXTENSION_LOADED));
  }

  private static String aggregate(String operator, String expression, Attribute... by) {
    String labels = Stream.of(by).map(Attribute::label).collect(Collectors.joining(", "));
    String grouping = labels.isEmpty() ? "" : " by (" + labels + ")" + " ";
    return operator + grouping + "(" + expression + ")";
  }

  private static String matchers(Metric metric, String... more) {
    List<String> all = new ArrayList<>(ofServices().toList());
    CHOSEN.stream()
        .filter(metric.attributes()::contains)
        .map(attribute -> attribute.label() + "=~\"$" + variable(attribute) + "\"")
        .forEach(all::add);
    all.addAll(List.of(more));
    return braces(all.stream());
  }

  private static Stream<String> ofServices() {
    return Stream.of("cluster=~\"$cluster\"", "job=~\"$job\"");
  }

  private static String braces(Stream<String> matchers) {
    return matchers.collect(Collectors.joining(", ", "{", "}"));
  }

  private static String variable(Attribute attribute) {
    return attribute.equals(GenAi.WORKFLOW) ? "workflow" : "agent";
  }

  /** The series of a histogram. */
  enum Part {
    BUCKET("_bucket"),
    SUM("_sum"),
    COUNT("_count");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }
  }
}
