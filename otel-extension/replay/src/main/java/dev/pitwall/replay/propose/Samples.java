package dev.pitwall.replay.propose;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the runs of one workflow have needed. Of very many runs an even choice is kept, by chance
 * but the same for the same recording.
 */
final class Samples {

  private static final int KEPT = 10_000;

  private final Map<Measured, Sample> samples = new EnumMap<>(Measured.class);
  private long good;
  private long others;

  private static final class Sample {
    private final SplittableRandom chance = new SplittableRandom(7);
    private long[] values = new long[64];
    private long seen;

    void add(long value) {
      if (seen < KEPT) {
        if (seen == values.length) {
          values = Arrays.copyOf(values, Math.min(KEPT, values.length * 2));
        }
        values[(int) seen] = value;
      } else {
        long place = chance.nextLong(seen + 1);
        if (place < KEPT) {
          values[(int) place] = value;
        }
      }
      seen++;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(values, (int) Math.min(seen, KEPT));
      Arrays.sort(sorted);
      return sorted;
    }
  }

  /** A run in which all was well. */
  void add(Map<Measured, Long> most) {
    good++;
    most.forEach(
        (measured, value) -> samples.computeIfAbsent(measured, key -> new Sample()).add(value));
  }

  /** A run that says nothing of what is usual: it failed, or something was found in it. */
  void leaveOut() {
    others++;
  }

  /** How many runs count. */
  long good() {
    return good;
  }

  /** How many do not. */
  long others() {
    return others;
  }

  /** What they have needed, in ascending order; empty if it never occurred. */
  long[] sorted(Measured measured) {
    Sample sample = samples.get(measured);
    return sample == null ? new long[0] : sample.sorted();
  }
}
