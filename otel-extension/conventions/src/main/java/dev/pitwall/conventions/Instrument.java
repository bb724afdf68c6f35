package dev.pitwall.conventions;

/** What kind of instrument records a metric, and thereby which Prometheus series it becomes. */
public enum Instrument {
  COUNTER,
  GAUGE,
  HISTOGRAM
}
