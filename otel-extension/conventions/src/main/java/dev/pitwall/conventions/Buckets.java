package dev.pitwall.conventions;

import java.util.List;

/**
 * Histogram bounds. Thresholds of alerts and service levels sit on these bounds and on no other
 * value.
 */
final class Buckets {

  /** Seconds of machine work, from 10 ms to 6 h. */
  static final List<Double> WORK =
      List.of(
          0.01, 0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0,
          3600.0, 7200.0, 21600.0);

  /** Seconds of people's time, from one second to a week. */
  static final List<Double> PEOPLE =
      List.of(1.0, 10.0, 60.0, 300.0, 900.0, 3600.0, 14400.0, 28800.0, 86400.0, 259200.0, 604800.0);

  static final List<Double> SCORE = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0);

  // The standard metrics' bounds are those that the GenAI conventions advise.
  static final List<Double> CLIENT_OPERATION =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  static final List<Double> AGENT =
      List.of(0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6);
  static final List<Double> WORKFLOW =
      List.of(1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0);
  static final List<Double> MCP =
      List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);
  static final List<Double> CALLS = List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
  static final List<Double> TOKENS =
      List.of(
          1.0,
          4.0,
          16.0,
          64.0,
          256.0,
          1024.0,
          4096.0,
          16384.0,
          65536.0,
          262144.0,
          1048576.0,
          4194304.0,
          16777216.0,
          67108864.0);

  private Buckets() {}
}
