package dev.pitwall.alerts.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The example configuration of Prometheus.
 *
 * @param scrapeInterval how often it scrapes
 * @param evaluationInterval how often it evaluates rules
 * @param collectors the Collectors' Prometheus exporters
 * @param collectorTelemetry what the Collectors tell of themselves
 * @param alertmanagers where alerts are sent
 * @param scrape further jobs
 */
public record PrometheusSettings(
    PromDuration scrapeInterval,
    PromDuration evaluationInterval,
    List<HostPort> collectors,
    List<HostPort> collectorTelemetry,
    List<HostPort> alertmanagers,
    List<Job> scrape) {

  public PrometheusSettings {
    collectors = List.copyOf(collectors);
    collectorTelemetry = List.copyOf(collectorTelemetry);
    alertmanagers = List.copyOf(alertmanagers);
    scrape = List.copyOf(scrape);
  }

  /** A further job that is scraped. */
  public record Job(PlainText job, List<HostPort> targets) {

    public Job(@Nullable PlainText job, @Nullable List<HostPort> targets) {
      this.job = Required.key("job", job);
      this.targets = List.copyOf(Required.key("targets", targets));
    }
  }
}
