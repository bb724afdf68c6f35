package dev.pitwall.conventions;

import java.util.List;

/**
 * A metric: what it is called, what it counts and which labels it may carry.
 *
 * <p>Names follow three rules so that the Collector and the agent's own Prometheus exporter agree
 * on the series: a gauge of unit 1 ends in {@code .ratio}, a count of things has a unit in braces,
 * and no name ends in a suffix that Prometheus reserves.
 *
 * @param name the OpenTelemetry name
 * @param instrument its instrument
 * @param unit UCUM unit, things in braces
 * @param description one sentence for the generated reference
 * @param attributes the only attributes that may be recorded, in order
 * @param aggregation how to combine several JVMs
 * @param buckets upper bounds of a histogram, otherwise empty
 * @param fractional whether a counter's amounts may be fractions, as those of money are
 */
public record Metric(
    String name,
    Instrument instrument,
    String unit,
    String description,
    List<Attribute> attributes,
    Aggregation aggregation,
    List<Double> buckets,
    boolean fractional) {

  public Metric {
    attributes = List.copyOf(attributes);
    buckets = List.copyOf(buckets);
    if ((instrument == Instrument.HISTOGRAM) == buckets.isEmpty()) {
      throw new IllegalArgumentException(name + ": a histogram has buckets, nothing else has");
    }
  }

  static Metric counter(String name, String unit, String description, Attribute... attributes) {
    return new Metric(
        name,
        Instrument.COUNTER,
        unit,
        description,
        List.of(attributes),
        Aggregation.SUM,
        List.of(),
        false);
  }

  /** A counter of what has fractions. */
  static Metric amount(String name, String unit, String description, Attribute... attributes) {
    return new Metric(
        name,
        Instrument.COUNTER,
        unit,
        description,
        List.of(attributes),
        Aggregation.SUM,
        List.of(),
        true);
  }

  static Metric gauge(
      String name,
      String unit,
      Aggregation aggregation,
      String description,
      Attribute... attributes) {
    return new Metric(
        name,
        Instrument.GAUGE,
        unit,
        description,
        List.of(attributes),
        aggregation,
        List.of(),
        false);
  }

  static Metric histogram(
      String name, String unit, List<Double> buckets, String description, Attribute... attributes) {
    return new Metric(
        name,
        Instrument.HISTOGRAM,
        unit,
        description,
        List.of(attributes),
        Aggregation.SUM,
        buckets,
        false);
  }

  /**
   * The base name of the Prometheus series, without {@code _bucket}, {@code _sum} or {@code
   * _count}.
   */
  public String prometheusName() {
    String base = name.replace('.', '_');
    String suffix =
        switch (unit) {
          case "s" -> "_seconds";
          case "By" -> "_bytes";
          default -> "";
        };
    String withUnit = base.endsWith(suffix) ? base : base + suffix;
    return instrument == Instrument.COUNTER ? withUnit + "_total" : withUnit;
  }

  /** Every Prometheus series that this metric becomes. */
  public List<String> prometheusSeries() {
    String series = prometheusName();
    return instrument == Instrument.HISTOGRAM
        ? List.of(series + "_bucket", series + "_sum", series + "_count")
        : List.of(series);
  }
}
