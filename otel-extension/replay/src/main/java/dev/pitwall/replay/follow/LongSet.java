package dev.pitwall.replay.follow;

/** Numbers, eight to sixteen bytes each. */
final class LongSet {

  private long[] slots = new long[1024];
  private int size;

  void add(long number) {
    long kept = number == 0 ? 1 : number;
    if (put(slots, kept)) {
      size++;
    }
    if (size * 2 > slots.length) {
      long[] larger = new long[slots.length * 2];
      for (long each : slots) {
        if (each != 0) {
          put(larger, each);
        }
      }
      slots = larger;
    }
  }

  boolean contains(long number) {
    long sought = number == 0 ? 1 : number;
    return slots[slot(slots, sought)] == sought;
  }

  private static boolean put(long[] slots, long number) {
    int slot = slot(slots, number);
    boolean fresh = slots[slot] == 0;
    slots[slot] = number;
    return fresh;
  }

  private static int slot(long[] slots, long number) {
    int mask = slots.length - 1;
    int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
