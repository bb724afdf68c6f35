package dev.pitwall.sample.inbox;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/** The inbox's own metrics, by the Prometheus Java client. */
final class InboxMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();
  private final Counter received =
      Counter.builder()
          .name("alert_inbox_alerts_received_total")
          .help("Alerts in notifications, repetitions included.")
          .labelNames("status")
          .register(registry);
  private final Counter malformed =
      Counter.builder()
          .name("alert_inbox_malformed_total")
          .help("Messages that were no notification.")
          .register(registry);
  private final Histogram delay =
      Histogram.builder()
          .name("alert_inbox_delivery_delay_seconds")
          .help("From the moment an alert began to fire until it was here.")
          .classicOnly()
          .classicUpperBounds(0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600)
          .register(registry);

  InboxMetrics(Inbox inbox) {
    received.initLabelValues(ReceivedAlert.FIRING);
    received.initLabelValues(ReceivedAlert.RESOLVED);
    GaugeWithCallback.builder()
        .name("alert_inbox_firing")
        .help("Alerts that fire, as far as was told.")
        .callback(gauge -> gauge.call((double) inbox.firing()))
        .register(registry);
  }

  void received(ReceivedAlert alert, boolean isNew) {
    received.labelValues(alert.status()).inc();
    if (isNew && alert.isFiring()) {
      Duration late = Duration.between(alert.startsAt(), alert.receivedAt());
      delay.observe(Math.max(0, late.toMillis()) / 1000.0);
    }
  }

  void malformed() {
    malformed.inc();
  }

  String contentType() {
    return format.getContentType();
  }

  byte[] scrape() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    format.write(text, registry.scrape());
    return text.toByteArray();
  }
}
