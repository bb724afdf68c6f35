package dev.pitwall.engine.detector;

import java.util.Arrays;

/**
 * Tells how long a sequence of steps has been repeating itself.
 *
 * <p>For every period p up to {@link #LONGEST_CYCLE} it keeps how many of the latest steps in a row
 * equalled the step p places before them. A run of n such matches means that the last n steps were
 * a repetition of the course of p steps before, that is n / p whole extra cycles. A new step costs
 * one comparison per period and no search; the state is one ring of p steps and one counter per
 * period. This is the online form of looking for a border of the word of steps (Knuth, Morris,
 * Pratt 1977), cut off at a fixed period.
 *
 * <p>The verdict is exact for periods up to the limit. A cycle longer than the limit is not seen.
 */
final class RepetitionCounter {

  static final int LONGEST_CYCLE = 8;

  private static final int[] NEVER = new int[LONGEST_CYCLE + 1];
  private static final long[] NO_TIME = new long[LONGEST_CYCLE + 1];

  private final long[] steps = new long[LONGEST_CYCLE];
  // Most courses never repeat a step, so what tells how long they have done so is made when they
  // do.
  private int[] matches = NEVER;
  private long[] since = NO_TIME;
  private int seen;

  /** Takes the next step, known by its fingerprint. */
  void add(long step, long at) {
    for (int period = 1; period <= LONGEST_CYCLE; period++) {
      boolean repeats = seen >= period && steps[(seen - period) % LONGEST_CYCLE] == step;
      if (!repeats) {
        if (matches[period] != 0) {
          matches[period] = 0;
        }
        continue;
      }
      if (isNever()) {
        matches = new int[LONGEST_CYCLE + 1];
        since = new long[LONGEST_CYCLE + 1];
      }
      if (matches[period] == 0) {
        since[period] = at;
      }
      matches[period]++;
    }
    steps[seen % LONGEST_CYCLE] = step;
    seen++;
    if (seen == Integer.MAX_VALUE - 1) {
      // Keeps the place in the ring; only whether at least LONGEST_CYCLE steps were seen matters
      // beyond that.
      seen = LONGEST_CYCLE + seen % LONGEST_CYCLE;
    }
  }

  /** Forgets everything: what follows is a new course. */
  void reset() {
    forgive();
    seen = 0;
  }

  /** Forgets that steps have repeated, not the steps: the next may be the first that repeats. */
  void forgive() {
    if (!isNever()) {
      Arrays.fill(matches, 0);
    }
  }

  /** Whether any of the latest steps repeated an earlier one. */
  boolean repeats() {
    for (int period = 1; period <= LONGEST_CYCLE; period++) {
      if (matches[period] > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The shortest period of which at least {@code minSteps} steps and {@code minCycles} whole cycles
   * repeat what came before, or 0.
   */
  int period(int minSteps, int minCycles) {
    for (int period = 1; period <= LONGEST_CYCLE; period++) {
      if (matches[period] >= Math.max(minSteps, minCycles * period)) {
        return period;
      }
    }
    return 0;
  }

  /** When the first of the repeating steps came, in the caller's time. */
  long since(int period) {
    return since[period];
  }

  /** How many steps in a row have repeated the course of the given period. */
  int repeated(int period) {
    return matches[period];
  }

  private boolean isNever() {
    return matches == NEVER;
  }
}
