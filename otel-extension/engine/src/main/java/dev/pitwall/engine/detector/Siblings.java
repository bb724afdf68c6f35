package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work of one kind that goes on in parallel: what is open, and how long the rest took. */
final class Siblings<K> {

  private static final int CAPACITY = 512;
  private static final int KEPT = 64;
  // Makes the median absolute deviation comparable to a standard deviation.
  private static final double SIGMA = 1.4826;
  private static final int SIGMAS = 5;
  private static final int TWICE = 2;

  private final Map<K, Open> open = new LinkedHashMap<>(4);
  private long[] durations = new long[4];
  private int ended;
  private boolean parallel;

  /** One that has not ended. */
  static final class Open {
    final long since;
    final @Nullable String agent;
    @Nullable OpenFinding straggler;

    private Open(long since, @Nullable String agent) {
      this.since = since;
      this.agent = agent;
    }
  }

  void started(K id, @Nullable String agent, long at) {
    if (open.size() < CAPACITY) {
      open.putIfAbsent(id, new Open(at, agent));
      parallel |= open.size() > 1;
    }
  }

  @Nullable Open ended(K id, boolean succeeded, long at) {
    Open one = open.remove(id);
    if (one != null && succeeded) {
      if (ended < KEPT && ended == durations.length) {
        durations = Arrays.copyOf(durations, 2 * ended);
      }
      durations[ended % KEPT] = Math.max(0, at - one.since);
      ended++;
    }
    return one;
  }

  Map<K, Open> open() {
    return open;
  }

  int ended() {
    return ended;
  }

  boolean isParallel() {
    return parallel;
  }

  long median() {
    return middle(Arrays.copyOf(durations, kept()));
  }

  /** Beyond which one of them takes far longer than the others. */
  long limit(StragglerSettings settings) {
    long median = median();
    long[] deviations = Arrays.copyOf(durations, kept());
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = Math.abs(deviations[i] - median);
    }
    long spread = Math.round(SIGMAS * SIGMA * middle(deviations));
    long far = Math.max(Math.round(settings.ratio() * median), TWICE * slowQuarter());
    return Math.max(Math.max(far, median + settings.floor().toMillis()), median + spread);
  }

  /** What the slowest quarter of them took at least; of three, the slowest. */
  private long slowQuarter() {
    long[] sorted = Arrays.copyOf(durations, kept());
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(3 * sorted.length + 3) / 4 - 1];
  }

  private int kept() {
    return Math.min(ended, KEPT);
  }

  private static long middle(long[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}
