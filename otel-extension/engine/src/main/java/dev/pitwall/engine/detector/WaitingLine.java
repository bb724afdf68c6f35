package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import org.jspecify.annotations.Nullable;

/** How many wait for one server, over the latest {@value #SAMPLES} looks. */
final class WaitingLine {

  static final int SAMPLES = 12;
  private static final int HALF = SAMPLES / 2;
  private static final double GROWTH = 1.2;
  private static final double DRAIN = 0.9;
  private static final double DOUBLED = 2;

  private final int[] lengths = new int[SAMPLES];
  private final long beganAt;
  private long longSince = -1;
  private int longAtFirst;
  private int samples;
  @Nullable OpenFinding bottleneck;
  int worstReported;

  /** A line whose first has waited since {@code beganAt}. */
  WaitingLine(long beganAt) {
    this.beganAt = beganAt;
  }

  void add(int length, int enough, long now) {
    lengths[samples % SAMPLES] = length;
    samples++;
    if (length < enough) {
      longSince = -1;
    } else if (longSince < 0) {
      longSince = now;
      longAtFirst = length;
    }
  }

  long beganAt() {
    return beganAt;
  }

  /** Whether so many have waited at every look. */
  boolean isLong(int enough) {
    if (samples < SAMPLES) {
      return false;
    }
    for (int length : lengths) {
      if (length < enough) {
        return false;
      }
    }
    return true;
  }

  /** How long it has been long without a break, milliseconds. */
  long longFor(long now) {
    return longSince < 0 ? 0 : now - longSince;
  }

  /** The length at the oldest look that is kept. */
  int before() {
    return lengths[samples < SAMPLES ? 0 : samples % SAMPLES];
  }

  /**
   * Whether it grows from look to look, or so slowly that it only shows in all since it is long.
   */
  boolean isGrowing() {
    return half(1) >= GROWTH * half(0)
        || (longSince >= 0 && half(1) >= DOUBLED * longAtFirst * HALF);
  }

  boolean isDraining() {
    return half(1) < DRAIN * half(0);
  }

  private double half(int which) {
    double sum = 0;
    for (int i = 0; i < HALF; i++) {
      sum += lengths[(samples + which * HALF + i) % SAMPLES];
    }
    return sum;
  }
}
