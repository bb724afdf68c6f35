package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.max;
import static dev.pitwall.dashboards.signals.Promql.orZero;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.quantileLately;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import java.util.List;

/** Work that is handed over: from whom to whom, how fast, and what becomes of it. */
public final class Handoffs {

  private static final String NO_HANDOFF = "No handoff in this time range";
  private static final String NO_OFFER = "No offer is waiting";
  private static final Attribute[] EDGE = {Pitwall.HANDOFF_SOURCE, Pitwall.HANDOFF_TARGET};

  // All of them.
  public static final Signal OPEN =
      Signal.single(
          "Not taken up",
          "Offers that nobody has taken up yet.",
          Unit.COUNT,
          orZero(sum(select(Metrics.HANDOFFS_PENDING))),
          Runs.NO_SERVICE);
  public static final Signal OLDEST_OPEN =
      Signal.single(
          "Oldest offer",
          "Age of the oldest offer that nobody has taken up.",
          Unit.SECONDS,
          max(select(Metrics.HANDOFFS_OLDEST)),
          NO_OFFER);
  public static final Signal LOST =
      all(
          "Lost",
          "Work that nobody took up, or of which nothing was heard again, in the time range.",
          Metrics.HANDOFFS_LOST);
  public static final Signal REJECTED =
      all(
          "Rejected",
          "Offers that were declined or skipped in the time range.",
          Metrics.HANDOFFS_REJECTED);
  public static final Signal FAILED =
      all(
          "Failed",
          "Accepted work that ended in an error in the time range.",
          Metrics.HANDOFFS_FAILED);
  public static final Signal ACCEPT_P95 =
      Signal.single(
          "Taken up within",
          "95 % of the offers in the time range were taken up within.",
          Unit.SECONDS,
          quantile(0.95, Metrics.HANDOFF_ACCEPT_DURATION),
          NO_HANDOFF);

  // From whom to whom.
  public static final Signal EDGES =
      new Signal(
          "Offered",
          "Work offered in the time range.",
          Unit.COUNT,
          between(Metrics.HANDOFFS_OFFERED) + " > 0",
          "",
          NO_HANDOFF);
  public static final Signal EDGE_OFFERED = edge("Offered", "Work offered.", EDGES.promql());
  public static final Signal EDGE_ACCEPTED =
      edge("Accepted", "Offers that were taken up.", orNone(Metrics.HANDOFFS_ACCEPTED));
  public static final Signal EDGE_FAILED =
      edge("Failed", "Accepted work that ended in an error.", orNone(Metrics.HANDOFFS_FAILED));
  public static final Signal EDGE_LOST =
      edge("Lost", "Work that nobody took up or finished.", orNone(Metrics.HANDOFFS_LOST));
  public static final Signal EDGE_ACCEPT_P95 =
      edgeTime(
          "Accept 95 %", "95 % of offers were taken up within.", Metrics.HANDOFF_ACCEPT_DURATION);
  // To whom.
  public static final Signal PENDING =
      Signal.single(
          "Waiting",
          "Offers that nobody has taken up yet.",
          Unit.COUNT,
          sum(select(Metrics.HANDOFFS_PENDING), Pitwall.HANDOFF_TARGET) + " > 0",
          NO_OFFER);
  public static final Signal OLDEST =
      Signal.single(
          "Oldest",
          "Age of the oldest of them.",
          Unit.SECONDS,
          max(select(Metrics.HANDOFFS_OLDEST), Pitwall.HANDOFF_TARGET) + " > 0",
          NO_OFFER);
  public static final Signal PENDING_BY_TARGET =
      new Signal(
          "Offers not taken up",
          "By the agent that should take them up: a line that only climbs is an agent that is slow,"
              + " full or gone.",
          Unit.COUNT,
          sum(select(Metrics.HANDOFFS_PENDING), Pitwall.HANDOFF_TARGET),
          "{{pitwall_handoff_target}}",
          NO_HANDOFF);

  // How fast, and what becomes of it.
  public static final Signal ACCEPT_MEDIAN_OVER_TIME =
      overTime("taken up, 50 %", 0.5, Metrics.HANDOFF_ACCEPT_DURATION);
  public static final Signal ACCEPT_P95_OVER_TIME =
      overTime("taken up, 95 %", 0.95, Metrics.HANDOFF_ACCEPT_DURATION);
  public static final Signal WORK_BY_TARGET =
      new Signal(
          "Work handed over, 95 %",
          "95 % of it took no longer. From acceptance to the end of the work, by the agent that did it. A point is one piece of"
              + " work: it leads to its trace.",
          Unit.SECONDS,
          quantileLately(0.95, Metrics.HANDOFF_WORK_DURATION, Pitwall.HANDOFF_TARGET),
          "{{pitwall_handoff_target}}",
          NO_HANDOFF);
  public static final List<Signal> OUTCOMES =
      List.of(
          outcome("lost", Metrics.HANDOFFS_LOST),
          outcome("failed", Metrics.HANDOFFS_FAILED),
          outcome("rejected", Metrics.HANDOFFS_REJECTED),
          outcome("duplicated", Metrics.HANDOFFS_DUPLICATED),
          outcome("recovered", Metrics.HANDOFFS_RECOVERED));

  private Handoffs() {}

  private static Signal all(String name, String description, Metric metric) {
    return Signal.single(
        name, description, Unit.COUNT, orZero(sum(counted(select(metric)))), Runs.NO_SERVICE);
  }

  private static Signal outcome(String name, Metric metric) {
    return new Signal(
        name,
        "Handoffs that were " + name + ".",
        Unit.COUNT,
        orZero(sum(lately(select(metric)))),
        name,
        Runs.NO_SERVICE);
  }

  private static String between(Metric metric) {
    return sum(counted(select(metric)), EDGE);
  }

  private static String orNone(Metric metric) {
    return between(metric) + " or 0 * (" + EDGES.promql() + ")";
  }

  private static Signal edge(String name, String description, String promql) {
    return Signal.single(name, description, Unit.COUNT, promql, NO_HANDOFF);
  }

  private static Signal edgeTime(String name, String description, Metric metric) {
    return Signal.single(name, description, Unit.SECONDS, quantile(0.95, metric, EDGE), NO_HANDOFF);
  }

  private static Signal overTime(String name, double quantile, Metric metric) {
    return new Signal(
        name,
        "Of the offers that were taken up.",
        Unit.SECONDS,
        quantileLately(quantile, metric),
        name,
        NO_HANDOFF);
  }
}
