package dev.pitwall.engine.run;

import java.util.Arrays;

/**
 * Remembers the latest {@value #CAPACITY} things that were seen, so that the same again is not
 * taken for something new. What comes back after that many others counts as new.
 *
 * <p>An open-addressed table of fingerprints with linear probing, of twice the size of what it
 * holds, beside a ring that knows the oldest: sixteen to forty-eight bytes a thing, where a map of
 * boxed longs takes seventy. Zero marks a free place; a fingerprint of zero is taken for one.
 */
final class Novelty {

  private static final int CAPACITY = 1024;
  private static final int FIRST = 8;

  private long[] ring = new long[FIRST];
  private long[] table = new long[2 * FIRST];
  private int size;
  private int oldest;

  /** Whether the thing made of these parts is new; it is known from now on. */
  boolean isNew(String... parts) {
    long fingerprint = Math.max(1, Fingerprint.of(parts) & Long.MAX_VALUE);
    if (table[placeOf(fingerprint)] == fingerprint) {
      return false;
    }
    if (size == CAPACITY) {
      forget(ring[oldest]);
      ring[oldest] = fingerprint;
      oldest = (oldest + 1) % CAPACITY;
    } else {
      if (size == ring.length) {
        grow();
      }
      ring[size++] = fingerprint;
    }
    table[placeOf(fingerprint)] = fingerprint;
    return true;
  }

  private void grow() {
    ring = Arrays.copyOf(ring, 2 * size);
    table = new long[4 * size];
    for (int i = 0; i < size; i++) {
      table[placeOf(ring[i])] = ring[i];
    }
  }

  // Moves up what would no longer be found behind the place that becomes free (Knuth, volume 3,
  // 6.4, algorithm R).
  private void forget(long fingerprint) {
    int free = placeOf(fingerprint);
    table[free] = 0;
    for (int i = next(free); table[i] != 0; i = next(i)) {
      int home = home(table[i]);
      boolean reachable = free <= i ? free < home && home <= i : free < home || home <= i;
      if (!reachable) {
        table[free] = table[i];
        table[i] = 0;
        free = i;
      }
    }
  }

  /** Where the fingerprint is, or the free place where it would be. */
  private int placeOf(long fingerprint) {
    int place = home(fingerprint);
    while (table[place] != 0 && table[place] != fingerprint) {
      place = next(place);
    }
    return place;
  }

  private int home(long fingerprint) {
    return (int) (fingerprint ^ (fingerprint >>> 32)) & (table.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (table.length - 1);
  }
}
