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
  private static final String AGENT = "OpenTelemetry Java agent 2.33, runtime metrics";

  /** What the OpenTelemetry SDK tells of itself, in the legacy names that the agent uses. */
  private static final List<ExternalMetric> SDK =
      List.of(
          sdk("processedSpans_total", "dropped"),
          sdk("processedLogs_total", "dropped"),
          sdk("otlp_exporter_exported_total", "success", "type"));

  private static final List<ExternalMetric> ALL =
      Stream.concat(
              Stream.of(
                  gauge("up", "Prometheus 2.42"),
                  gauge("ALERTS", "Prometheus 2.42", "alertname", "alertstate", "severity"),
                  gauge("target_info", "Collector 0.158, prometheus exporter", "service_version"),
                  gauge("jvm_cpu_recent_utilization_ratio", AGENT),
                  gauge("jvm_memory_used_bytes", AGENT, "jvm_memory_type"),
                  gauge("otelcol_exporter_queue_size", COLLECTOR, "exporter"),
                  gauge("otelcol_exporter_queue_capacity", COLLECTOR, "exporter")),
              Stream.of("spans", "log_records", "metric_points")
                  .flatMap(
                      data ->
                          Stream.of(
                              counter("otelcol_receiver_accepted_" + data, "receiver"),
                              counter("otelcol_receiver_refused_" + data, "receiver"),
                              counter("otelcol_exporter_sent_" + data, "exporter"),
                              counter("otelcol_exporter_send_failed_" + data, "exporter")))
                  // The suffix came and went with versions and with the reader's settings.
                  .flatMap(one -> Stream.of(one, counter(one.series() + "_total", one.labels()))))
          .toList();

  public ExternalMetric {
    labels = List.copyOf(labels);
  }

  private static ExternalMetric gauge(String series, String source, String... labels) {
    return new ExternalMetric(series, source, false, List.of(labels));
  }

  private static ExternalMetric counter(String series, String label) {
    return counter(series, List.of(label));
  }

  private static ExternalMetric counter(String series, List<String> labels) {
    return new ExternalMetric(series, COLLECTOR, true, labels);
  }

  private static ExternalMetric sdk(String series, String... labels) {
    return new ExternalMetric(
        series, "OpenTelemetry Java agent 2.33, SDK metrics", true, List.of(labels));
  }

  /** All that may be used. */
  public static List<ExternalMetric> all() {
    return Stream.concat(ALL.stream(), SDK.stream()).toList();
  }
}
