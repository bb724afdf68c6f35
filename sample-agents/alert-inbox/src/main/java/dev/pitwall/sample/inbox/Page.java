package dev.pitwall.sample.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page that shows the inbox; its list alone is what the browser asks for again every two
 * seconds.
 */
final class Page {

  private static final String ALIVE =
      "The watchdog's heartbeat arrives, so the path to this inbox works.";
  private static final String UNKNOWN =
      "The watchdog's heartbeat has not arrived yet, so it is not known whether the path to this inbox"
          + " works.";
  private static final String WATCHDOG = "PitwallWatchdog";

  private final Clock clock;

  Page(Clock clock) {
    this.clock = clock;
  }

  String whole(List<ReceivedAlert> alerts) {
    return frame("Alert inbox", "<main id=\"alerts\">%s</main>".formatted(list(alerts)), true);
  }

  /** A page with a title and a body of ours. */
  static String frame(String title, String body, boolean refreshing) {
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <link rel="stylesheet" href="/inbox.css">
        %s
        <body>
        <header><a href="/">Alert inbox</a></header>
        %s
        </body>
        </html>
        """
        .formatted(
            Html.text(title), refreshing ? "<script src=\"/inbox.js\" defer></script>" : "", body);
  }

  String list(List<ReceivedAlert> alerts) {
    List<ReceivedAlert> shown =
        alerts.stream().filter(alert -> !alert.label("alertname").equals(WATCHDOG)).toList();
    boolean heartbeat = alerts.size() > shown.size();
    if (shown.isEmpty()) {
      return "<section class=\"empty\"><h1>No alert</h1><p>%s</p></section>"
          .formatted(heartbeat ? ALIVE : UNKNOWN);
    }
    return shown.stream().map(this::card).collect(Collectors.joining())
        + (heartbeat ? "<p class=\"note\">%s</p>".formatted(ALIVE) : "");
  }

  private String card(ReceivedAlert alert) {
    return """
        <article class="%s %s">
        <p class="state"><b>%s</b> %s <span>%s</span></p>
        <h2>%s</h2>
        <p>%s</p>
        <dl>%s%s%s%s<dt>When</dt><dd class="age">%s</dd></dl>
        <p class="actions">%s%s%s</p>
        </article>
        """
        .formatted(
            alert.isFiring() ? "firing" : "resolved",
            severityClass(alert.label("severity")),
            alert.isFiring() ? "Firing" : "Resolved",
            Html.text(alert.label("severity")),
            Html.text(alert.label("alertname")),
            Html.text(alert.annotation("summary")),
            Html.text(alert.annotation("description")),
            fact("Workflow", alert.label("gen_ai_workflow_name")),
            fact("Agent", alert.label("gen_ai_agent_name")),
            fact("Likeliest cause", alert.label("pitwall_finding_cause")),
            fact("Run", alert.label("pitwall_run_id")),
            when(alert),
            Html.link("Dashboard", alert.annotation("dashboard_url")),
            Html.link("Trace", alert.annotation("traces_url")),
            Html.link("Runbook", alert.annotation("runbook_url")));
  }

  private static String fact(String name, String value) {
    return value.isEmpty() ? "" : "<dt>%s</dt><dd>%s</dd>".formatted(name, Html.text(value));
  }

  private String when(ReceivedAlert alert) {
    String arrived =
        "began %s ago, arrived after %s"
            .formatted(
                since(alert.startsAt(), clock.instant()),
                since(alert.startsAt(), alert.receivedAt()));
    return alert.endsAt() == null
        ? arrived
        : arrived + ", ended after " + since(alert.startsAt(), alert.endsAt());
  }

  private static String since(Instant from, Instant to) {
    long seconds = Math.max(0, Duration.between(from, to).toSeconds());
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  private static String severityClass(String severity) {
    return switch (severity) {
      case "critical", "warning", "info" -> severity;
      default -> "none";
    };
  }
}
