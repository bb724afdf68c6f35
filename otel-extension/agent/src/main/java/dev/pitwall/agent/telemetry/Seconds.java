package dev.pitwall.agent.telemetry;

/** Times of signals as values of metrics. */
final class Seconds {

  private static final double MILLIS_PER_SECOND = 1000.0;

  private Seconds() {}

  /** From one moment to another, both epoch milliseconds; never negative. */
  static double between(long from, long to) {
    return Math.max(0, to - from) / MILLIS_PER_SECOND;
  }
}
