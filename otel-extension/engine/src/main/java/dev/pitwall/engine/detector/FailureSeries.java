package dev.pitwall.engine.detector;

import org.jspecify.annotations.Nullable;

/** Failures of one call by one agent, with no success in between. */
final class FailureSeries {

  // Pauses that grow by this factor are a back-off; below the least pause there is no pause to
  // grow.
  private static final double GROWING = 1.5;
  private static final long LEAST_PAUSE = 50;

  final long call;
  final String target;
  final long firstAt;
  private long lastAt;
  private long pause;
  private long answeredAt;
  private int failures = 1;
  private int quick = 1;
  private long around;
  private int failuresAround = 1;
  private int rounds;
  FindingSink.@Nullable OpenFinding storm;
  int said;

  FailureSeries(long call, String target, long around, long at) {
    this.call = call;
    this.target = target;
    this.around = around;
    this.firstAt = at;
    this.lastAt = at;
  }

  /** The call was started and failed again. One that was under way before is no further try. */
  void failed(long inside, long startedAt, long at, long quickly) {
    if (startedAt < lastAt) {
      lastAt = Math.max(lastAt, at);
      return;
    }
    // What a model took to think of trying again is no pause.
    long gap = startedAt - Math.max(lastAt, Math.min(answeredAt, startedAt));
    failures++;
    boolean growing = pause >= LEAST_PAUSE && gap >= GROWING * pause;
    if (gap <= quickly && !growing) {
      quick++;
    }
    pause = gap;
    lastAt = Math.max(lastAt, at);
    if (inside != around) {
      rounds += failuresAround > 1 ? 1 : 0;
      around = inside;
      failuresAround = 0;
    }
    failuresAround++;
  }

  /** The agent's model answered. */
  void answered(long at) {
    answeredAt = at;
  }

  int failures() {
    return failures;
  }

  /** Failures that came quickly after the one before, the first one included. */
  int quick() {
    return quick;
  }

  /** Whether the tries of one round were tried again from outside. */
  boolean isNested() {
    return rounds > 0 && failuresAround > 1;
  }

  /** How many rounds of tries there were. */
  int rounds() {
    return rounds + 1;
  }

  long lastAt() {
    return lastAt;
  }
}
