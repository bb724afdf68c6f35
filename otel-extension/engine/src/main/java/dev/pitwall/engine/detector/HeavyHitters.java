package dev.pitwall.engine.detector;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/*
 * "Space-Saving" (Metwally, Agrawal, El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data Streams", ICDT
 * 2005): a name that has no counter takes over the smallest one with what it holds. Whoever has more than 1/COUNTERS of all
 * weight has a counter, and no counter is too large by more than 1/COUNTERS of it. The first COUNTERS names are counted
 * exactly.
 */
/** Who has the largest shares of something, in constant room. */
final class HeavyHitters {

  private static final int COUNTERS = 4;

  private final @Nullable String[] names = new String[COUNTERS];
  private final double[] weights = new double[COUNTERS];
  private double all;

  /** Somebody's share of the whole. */
  record Share(String name, double share) {}

  void add(String name, double weight) {
    all += weight;
    int place = 0;
    for (int i = 0; i < COUNTERS; i++) {
      if (name.equals(names[i])) {
        weights[i] += weight;
        return;
      }
      if (weights[i] < weights[place]) {
        place = i;
      }
    }
    names[place] = name;
    weights[place] += weight;
  }

  /** The largest first; none if nothing was added. */
  List<Share> shares() {
    return IntStream.range(0, COUNTERS)
        .filter(i -> names[i] != null && weights[i] > 0)
        .mapToObj(i -> new Share(String.valueOf(names[i]), Math.min(1, weights[i] / all)))
        .sorted(Comparator.comparingDouble(Share::share).reversed())
        .toList();
  }
}
