package dev.pitwall.conventions;

import static dev.pitwall.conventions.Aggregation.MAX;
import static dev.pitwall.conventions.Metric.gauge;

import java.util.List;

/** Metrics of what operators order. */
public final class ControlMetrics {

  public static final Metric EMERGENCY_STOP_ENGAGED =
      gauge(
          "pitwall.emergency_stop.engaged",
          "{stop}",
          MAX,
          "1 while nothing new may begin.",
          Pitwall.SCOPE,
          GenAi.WORKFLOW);
  public static final Metric EMERGENCY_STOP_ARMED =
      gauge(
          "pitwall.emergency_stop.armed",
          "{stop}",
          MAX,
          "1 while the emergency stop can be reached.",
          Pitwall.SCOPE,
          GenAi.WORKFLOW);

  private static final List<Metric> ALL = List.of(EMERGENCY_STOP_ENGAGED, EMERGENCY_STOP_ARMED);

  private ControlMetrics() {}

  static List<Metric> all() {
    return ALL;
  }
}
