package dev.pitwall.engine;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the programs that measure have in common. */
final class Measured {

  private static final int COLLECTIONS = 4;

  private Measured() {}

  /** Bytes in use after the collector has had its chances. */
  static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(50);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }

  /** CPU time of this thread: what others do on the machine is not in it. */
  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
