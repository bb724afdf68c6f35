package dev.pitwall.engine.history;

import java.util.Arrays;

/*
 * A sketch of quantiles with a bounded relative error: values fall into buckets whose bounds grow by a constant factor
 * (DDSketch: Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB
 * 2019). With a factor of 1.1 a quantile is off by at most 5 %. The buckets between the smallest and the largest value seen
 * are kept, at most MAX_BUCKETS of them (a span of 10^21); what is smaller falls into the lowest. When RECENT values are
 * in, all counts are halved, so that what is usual follows what has changed: a value's weight halves every RECENT / 2 values.
 */
/** The usual size of something, from what has been seen of it. Safe for use by several threads. */
public final class Quantiles {

  private static final double GROWTH = Math.log(1.1);
  private static final int MAX_BUCKETS = 512;
  private static final int RECENT = 1000;

  private int[] counts = new int[0];
  private int lowest;
  private int total;

  /** Takes a value; what is not positive counts as the smallest. */
  public synchronized void add(double value) {
    int bucket = (int) Math.ceil(Math.log(Math.max(value, 1e-6)) / GROWTH);
    makeRoom(bucket);
    counts[Math.max(0, bucket - lowest)]++;
    total++;
    if (total >= RECENT) {
      halve();
    }
  }

  /** How many values it rests on; beyond {@value #RECENT} older ones count less. */
  public synchronized int count() {
    return total;
  }

  /**
   * The value below which the given share of values lies.
   *
   * @param share 0 to 1
   * @return the value within 5 %, or NaN if there is none
   */
  public synchronized double at(double share) {
    double rank = share * (total - 1);
    int below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i];
      if (below > rank) {
        return Math.exp((lowest + i - 0.5) * GROWTH);
      }
    }
    return Double.NaN;
  }

  private void makeRoom(int bucket) {
    if (counts.length == 0) {
      lowest = bucket;
      counts = new int[1];
    } else if (bucket < lowest) {
      int added = Math.min(lowest - bucket, MAX_BUCKETS - counts.length);
      if (added > 0) {
        int[] wider = new int[counts.length + added];
        System.arraycopy(counts, 0, wider, added, counts.length);
        counts = wider;
        lowest -= added;
      }
    } else if (bucket >= lowest + counts.length) {
      grow(bucket - lowest + 1);
    }
  }

  // Upwards there is always room: the lowest buckets become one.
  private void grow(int width) {
    if (width <= MAX_BUCKETS) {
      counts = Arrays.copyOf(counts, width);
      return;
    }
    int merged = Math.min(width - MAX_BUCKETS, counts.length);
    int[] moved = new int[MAX_BUCKETS];
    for (int i = 0; i < merged; i++) {
      moved[0] += counts[i];
    }
    for (int i = merged; i < counts.length; i++) {
      moved[i - (width - MAX_BUCKETS)] += counts[i];
    }
    counts = moved;
    lowest += width - MAX_BUCKETS;
  }

  private void halve() {
    total = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= 2;
      total += counts[i];
    }
  }
}
