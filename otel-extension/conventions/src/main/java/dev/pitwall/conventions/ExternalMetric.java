package dev.pitwall.conventions;

import java.util.List;

/**
 * A Prometheus series of somebody else that rules and dashboards may use.
 *
 * @param series the series' name
 * @param source who emits it, with the version in which it was seen
 */
public record ExternalMetric(String series, String source) {

  private static final List<ExternalMetric> ALL =
      List.of(
          new ExternalMetric("up", "Prometheus 2.42"),
          new ExternalMetric("ALERTS", "Prometheus 2.42"),
          new ExternalMetric("target_info", "Collector 0.158, prometheus exporter"));

  /** All that may be used. */
  public static List<ExternalMetric> all() {
    return ALL;
  }
}
