package dev.pitwall.engine.run;

import java.util.Arrays;

/**
 * Remembers the latest {@value #CAPACITY} things that were seen, so that the same again is not
 * taken for something new. What comes back after that many others counts as new.
 *
 * <p>A ring of fingerprints that knows the oldest, and an open-addressed table with linear probing
 * that tells where in the ring one is, of twice its size: twelve to twenty-four bytes a thing,
 * where a map of boxed longs takes seventy. Places of the ring count from one, zero is a free place
 * of the table.
 */
final class Novelty {

  private static final int CAPACITY = 1024;
  private static final int FIRST = 8;

  private long[] ring = new long[FIRST];
  private short[] table = new short[2 * FIRST];
  private int size;
  private int oldest;

  /** Whether the thing made of these parts is new; it is known from now on. */
  boolean isNew(String... parts) {
    long fingerprint = Fingerprint.of(parts);
    if (table[placeOf(fingerprint)] != 0) {
      return false;
    }
    if (size == CAPACITY) {
      forget(ring[oldest]);
      put(oldest, fingerprint);
      oldest = (oldest + 1) % CAPACITY;
    } else {
      if (size == ring.length) {
        grow();
      }
      put(size++, fingerprint);
    }
    return true;
  }

  private void put(int place, long fingerprint) {
    ring[place] = fingerprint;
    table[placeOf(fingerprint)] = (short) (place + 1);
  }

  private void grow() {
    ring = Arrays.copyOf(ring, 2 * size);
    table = new short[4 * size];
    for (int i = 0; i < size; i++) {
      put(i, ring[i]);
    }
  }

  // Moves up what would no longer be found behind the place that becomes free (Knuth, volume 3,
  // 6.4, algorithm R).
  private void forget(long fingerprint) {
    int free = placeOf(fingerprint);
    table[free] = 0;
    for (int i = next(free); table[i] != 0; i = next(i)) {
      int home = home(at(i));
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
    while (table[place] != 0 && at(place) != fingerprint) {
      place = next(place);
    }
    return place;
  }

  /** The fingerprint of a place that is not free. */
  private long at(int place) {
    return ring[table[place] - 1];
  }

  private int home(long fingerprint) {
    return (int) (fingerprint ^ (fingerprint >>> 32)) & (table.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (table.length - 1);
  }
}
