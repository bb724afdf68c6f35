package dev.pitwall.dashboards;

import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Column;
import dev.pitwall.dashboards.model.Dashboard;
import dev.pitwall.dashboards.model.Levels;
import dev.pitwall.dashboards.model.Link;
import dev.pitwall.dashboards.model.Panel.Graph;
import dev.pitwall.dashboards.model.Panel.Stat;
import dev.pitwall.dashboards.model.Panel.Table;
import dev.pitwall.dashboards.model.Row;
import dev.pitwall.dashboards.model.Uids;
import dev.pitwall.dashboards.model.Words;
import dev.pitwall.dashboards.signals.Pipeline;
import dev.pitwall.dashboards.signals.Reporting;
import java.util.List;

/** Whether the other dashboards can be believed. */
final class TelemetryHealth {

  private static final int STAT = 6;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  private TelemetryHealth() {}

  static Dashboard dashboard() {
    return new Dashboard(
        Uids.TELEMETRY,
        "Pitwall / Telemetry health",
        "Do all services report, is anything lost on the way, and can the other dashboards be"
            + " believed?",
        "now-6h",
        List.of(believed(), reports(), lost(), collector()));
  }

  private static Row believed() {
    return new Row(
        "Can what the other dashboards show be believed?",
        3,
        List.of(
            Stat.of(Reporting.SERVICES, STAT),
            Stat.of(Reporting.JVMS, STAT),
            Stat.of(Reporting.SILENT, STAT).judged(Levels.NONE_MUST_BE).saying(Words.none("none")),
            Stat.of(Reporting.DROPPED, STAT).saying(Words.none("none")),
            Stat.of(Reporting.SUPPRESSED, STAT).saying(Words.none("none")),
            Stat.of(Reporting.OVERFLOWED, STAT)
                .judged(Judged.NAMES_CUT_OFF)
                .saying(Words.none("none")),
            Stat.of(Reporting.USAGE_MISSING, STAT).saying(Words.none("none")),
            Stat.of(Pipeline.NOT_SENT, STAT).judged(Judged.NOT_SENT)));
  }

  private static Row reports() {
    return new Row(
        "Who reports, and what is watched there?",
        7,
        List.of(
            new Table(
                "Services that report",
                "With the versions of the extension and of the OpenTelemetry agent.",
                Reporting.JVMS_OF_SERVICE,
                List.of(
                    Column.label("job", "Service", 0).linked(Link.SERVICE),
                    Column.label(Pitwall.EXTENSION_VERSION, "Extension", 140),
                    Column.label(Pitwall.AGENT_VERSION, "Agent", 100),
                    Column.Value.of(Reporting.JVMS_OF_SERVICE, 70)),
                HALF),
            new Table(
                "What is watched",
                "Instrumentation that was applied, by service. A library that is used and missing"
                    + " here has a version that does not fit; the service's log names it.",
                Reporting.INSTRUMENTED,
                List.of(
                    Column.label("job", "Service", 0).linked(Link.SERVICE),
                    Column.label(Pitwall.LIBRARY, "Library", 260),
                    Column.Value.of(Reporting.INSTRUMENTED, 70)),
                HALF)));
  }

  private static Row lost() {
    return new Row(
        "Is anything lost in the services?",
        7,
        List.of(
            Graph.of(Reporting.RECEIVED, THIRD),
            Graph.of(Reporting.DROPPED_BY_REASON, THIRD),
            Graph.of(Reporting.EVICTED, THIRD)));
  }

  private static Row collector() {
    return new Row(
        "Does the Collector keep up?",
        7,
        List.of(
            Graph.of(
                "Through the Collector, a minute",
                "Spans, metric points and log records together. Metrics are fetched from it and not"
                    + " sent on.",
                List.of(Pipeline.ACCEPTED, Pipeline.SENT),
                THIRD),
            Graph.of(
                "Not through the Collector, a minute",
                "Refused: it was full, and the services try again. Not sent on: the store behind it"
                    + " did not take it.",
                List.of(Pipeline.REFUSED, Pipeline.FAILED),
                THIRD),
            Graph.of(Pipeline.QUEUE, THIRD)));
  }
}
