package dev.pitwall.agent.jvm;

import dev.pitwall.engine.signal.JvmObserved.Pressure;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * What weighs on the whole JVM: time in garbage collections that stop it, room that is left in the
 * heap after a collection, and the common pool when all of it is busy and work waits. Other pools
 * do not tell from outside whether work waits for them, so nothing is said of them. Used by one
 * thread.
 */
final class Pressures {

  private static final double NOTED = 0.05;
  private static final double FULL = 0.85;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> stopsTheWorld(collector.getName()))
          .toList();
  private final CollectionTime spent = new CollectionTime();
  private long now;

  // Collectors that work beside the application report that work as time, too.
  private static boolean stopsTheWorld(String collector) {
    return !collector.contains("Cycles") && !collector.contains("Concurrent");
  }

  /** Called about once a second. */
  void sample(long at) {
    now = at;
    if (spent.isDue(at)) {
      spent.note(times(), at);
    }
  }

  private Map<String, Long> times() {
    Map<String, Long> times = new HashMap<>();
    for (GarbageCollectorMXBean collector : collectors) {
      times.put(collector.getName(), collector.getCollectionTime());
    }
    return times;
  }

  List<Pressure> now() {
    List<Pressure> pressures = new ArrayList<>();
    spent
        .shares(times(), now)
        .forEach((collector, share) -> note(pressures, "gc", collector, share, NOTED));
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage kept = keepsWhatLives(pool) ? pool.getCollectionUsage() : null;
      if (kept != null && kept.getMax() > 0) {
        note(pressures, "heap", pool.getName(), (double) kept.getUsed() / kept.getMax(), FULL);
      }
    }
    ForkJoinPool common = ForkJoinPool.commonPool();
    boolean exhausted =
        common.hasQueuedSubmissions() && common.getActiveThreadCount() >= common.getParallelism();
    note(pressures, "pool", "ForkJoinPool.commonPool", exhausted ? 1 : 0, 1);
    return pressures;
  }

  // What was just made is moved out of the others by a collection; they may well be full after it.
  private static boolean keepsWhatLives(MemoryPoolMXBean pool) {
    String name = pool.getName();
    return pool.getType() == MemoryType.HEAP
        && !name.contains("Eden")
        && !name.contains("Survivor")
        && !name.contains("Young");
  }

  private static void note(
      List<Pressure> pressures, String kind, String subject, double weight, double from) {
    if (weight >= from) {
      pressures.add(new Pressure(kind, subject, weight));
    }
  }
}
