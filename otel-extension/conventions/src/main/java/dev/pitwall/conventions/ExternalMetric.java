package dev.pitwall.conventions;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Prometheus series of somebody else that rules and dashboards may use.
 *
 * @param series the series' name
 * @param source who emits it, with the version in which it was seen
 * @param counter whether it only grows, so that it is of use by its rate alone
 * @param labels those that are used, besides cluster, job and instance
 */
public record ExternalMetric(String series, String source, boolean counter, List<String> labels) {

  private static final String COLLECTOR = "Collector 0.158, its own telemetry";

  private static final List<ExternalMetric> ALL =
      Stream.concat(
              Stream.of(
                  gauge("up", "Prometheus 2.42"),
                  gauge("ALERTS", "Prometheus 2.42", "alertname", "alertstate", "severity"),
                  gauge("target_info", "Collector 0.158, prometheus exporter")),
              Stream.of("spans", "log_records", "metric_points")
                  .flatMap(
                      data ->
                          Stream.of(
                              "otelcol_exporter_sent_" + data,
                              "otelcol_exporter_send_failed_" + data))
                  // The suffix came and went with versions and with the reader's settings.
                  .flatMap(series -> Stream.of(series, series + "_total"))
                  .map(series -> new ExternalMetric(series, COLLECTOR, true, List.of("exporter"))))
          .toList();

  public ExternalMetric {
    labels = List.copyOf(labels);
  }

  private static ExternalMetric gauge(String series, String source, String... labels) {
    return new ExternalMetric(series, source, false, List.of(labels));
  }

  /** All that may be used. */
  public static List<ExternalMetric> all() {
    return ALL;
  }
}
