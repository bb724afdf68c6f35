package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.perMinute;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;

/** Whether we see everything: who reports, and what was lost on the way. */
public final class Reporting {

  private static final String ALIVE = select(Metrics.EXTENSION_LOADED) + " > 0";

  // Who reports.
  public static final Signal SERVICES =
      Signal.single(
          "Services",
          "Services with the extension that report now.",
          Unit.COUNT,
          "count(count by (job) (" + ALIVE + "))",
          Runs.NO_SERVICE);
  public static final Signal JVMS =
      Signal.single(
          "JVMs",
          "JVMs with the extension that report now.",
          Unit.COUNT,
          sum(ALIVE),
          Runs.NO_SERVICE);
  public static final Signal SILENT =
      Signal.single(
          "Silent services",
          "Services that reported in the time range, do not now and did not say goodbye.",
          Unit.COUNT,
          orZero(
              "count(group by (job) (last_over_time("
                  + select(Metrics.EXTENSION_LOADED)
                  + "[$__range]) > 0) unless on (job) "
                  + select(Metrics.EXTENSION_LOADED)
                  + ")"),
          "No service has reported");
  public static final Signal JVMS_OF_SERVICE =
      Signal.single(
          "JVMs",
          "JVMs of this service and these versions that report now.",
          Unit.COUNT,
          "sum by (job, "
              + Pitwall.EXTENSION_VERSION.label()
              + ", "
              + Pitwall.AGENT_VERSION.label()
              + ") ("
              + ALIVE
              + ")",
          Runs.NO_SERVICE);
  public static final Signal INSTRUMENTED =
      Signal.single(
          "JVMs",
          "JVMs in which the library is watched.",
          Unit.COUNT,
          "sum by (job, "
              + Pitwall.LIBRARY.label()
              + ") ("
              + select(Metrics.INSTRUMENTATION_LOADED)
              + ") > 0",
          "No library is watched");

  // What was lost.
  public static final Signal DROPPED =
      lost(
          "Signals dropped",
          "Signals from hooks in the time range that could not be used.",
          Metrics.SIGNALS_DROPPED);
  public static final Signal SUPPRESSED =
      lost(
          "Errors of ours",
          "Our own errors in the time range, which the application did not see.",
          Metrics.ERRORS_SUPPRESSED);
  public static final Signal OVERFLOWED =
      lost(
          "Names cut off",
          "Label values in the time range that were replaced by _OTHER, because there were too many.",
          Metrics.LABELS_OVERFLOWED);
  public static final Signal RECEIVED =
      new Signal(
          "Signals a minute",
          "What the hooks tell, by kind. A kind that stops while others go on is a hook that no"
              + " longer fits its library.",
          Unit.AMOUNT,
          perMinute(select(Metrics.SIGNALS_RECEIVED), Pitwall.SIGNAL_KIND),
          "{{pitwall_signal_kind}}",
          "No signal in this time range");
  public static final Signal DROPPED_BY_REASON =
      lately(
          "Signals dropped, by reason",
          "Over four export intervals.",
          Metrics.SIGNALS_DROPPED,
          Pitwall.DROP_REASON,
          "No signal was dropped");
  public static final Signal EVICTED =
      lately(
          "State given up, by kind",
          "What was forgotten for lack of room, over four export intervals: runs or histories that"
              + " can no longer be judged.",
          Metrics.STATE_EVICTED,
          Pitwall.STATE_KIND,
          "No state was given up");
  public static final Signal USAGE_MISSING =
      lost(
          "Calls without tokens",
          "Chats in the time range of which the tokens were not told: tokens and costs lack them.",
          Metrics.USAGE_MISSING);

  private Reporting() {}

  private static Signal lost(String name, String description, Metric metric) {
    return Signal.single(
        name, description, Unit.COUNT, orZero(sum(counted(select(metric)))), Runs.NO_SERVICE);
  }

  private static Signal lately(
      String name, String description, Metric metric, Attribute label, String empty) {
    return new Signal(
        name,
        description,
        Unit.COUNT,
        sum(Promql.lately(select(metric)), label),
        "{{" + label.label() + "}}",
        empty);
  }
}
