package dev.pitwall.dashboards.signals;

import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the Collector gets on, by its own metrics as the shipped configuration names them. They carry
 * the Collector's job and not a service's, so no choice but that of the cluster narrows them.
 */
public final class Pipeline {

  private static final String NOT_SCRAPED =
      "The Collector's own metrics are not scraped (its port 8888)";
  private static final List<String> KINDS = List.of("spans", "metric_points", "log_records");
  private static final String CLUSTER = "{cluster=~\"$cluster\"}";

  public static final Signal NOT_SENT =
      Signal.single(
          "Not sent on",
          "Share of what the Collector has to send on that the next one does not take.",
          Unit.RATIO,
          Share.of(
              "sum(" + all("exporter_send_failed") + ")",
              "(sum(" + all("exporter_sent") + " or " + all("exporter_send_failed") + "))"),
          "The Collector sends nothing");
  public static final Signal ACCEPTED =
      flow("taken in", "receiver_accepted", "Spans, metric points and log records taken in.");
  public static final Signal SENT =
      flow("sent on", "exporter_sent", "What the next one took; metrics are fetched, not sent.");
  public static final Signal REFUSED =
      flow("refused", "receiver_refused", "Refused: clients are told to come again later.");
  public static final Signal FAILED =
      flow("not sent on", "exporter_send_failed", "What the next one did not take.");
  public static final Signal QUEUE =
      new Signal(
          "How full the Collector's queues are",
          "Waiting batches of each exporter as a share of its queue. At 100 % the Collector drops.",
          Unit.RATIO,
          "max by (exporter) (otelcol_exporter_queue_size%1$s) / (max by (exporter) (otelcol_exporter_queue_capacity%1$s) > 0)"
              .formatted(CLUSTER),
          "{{exporter}}",
          NOT_SCRAPED);

  private Pipeline() {}

  private static Signal flow(String name, String stage, String description) {
    return new Signal(
        name, description, Unit.AMOUNT, "60 * sum(" + all(stage) + ")", name, NOT_SCRAPED);
  }

  // The three have equal labels: without one more, "or" would keep only the first.
  private static String all(String stage) {
    return KINDS.stream()
        .map(
            kind ->
                "label_replace(rate(otelcol_%s_%s%s[$__rate_interval]), \"kind\", \"%2$s\", \"\", \"\")"
                    .formatted(stage, kind, CLUSTER))
        .collect(Collectors.joining(" or "));
  }
}
