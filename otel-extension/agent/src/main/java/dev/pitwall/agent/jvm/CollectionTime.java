package dev.pitwall.agent.jvm;

import java.util.HashMap;
import java.util.Map;

/**
 * What share of the time each collector has taken lately, from counters that only grow. They are
 * noted twice a minute; a share is that since the last note but one, so of half a minute at least
 * and of one at most, once there are two.
 */
final class CollectionTime {

  private static final long WINDOW = 30_000;

  private Map<String, Long> before = Map.of();
  private Map<String, Long> latest = Map.of();
  private long beforeAt;
  private long latestAt;

  /** Whether it is time for a note. */
  boolean isDue(long at) {
    return latest.isEmpty() || Math.abs(at - latestAt) >= WINDOW;
  }

  /** Notes what the counters, milliseconds by collector, say now. */
  void note(Map<String, Long> counters, long at) {
    before = latest;
    beforeAt = latestAt;
    latest = Map.copyOf(counters);
    latestAt = at;
  }

  /** The share of each collector, 0 to 1. */
  Map<String, Double> shares(Map<String, Long> counters, long at) {
    Map<String, Long> since = before.isEmpty() ? latest : before;
    long time = at - (before.isEmpty() ? latestAt : beforeAt);
    Map<String, Double> shares = new HashMap<>();
    counters.forEach(
        (collector, counter) -> {
          double spent = counter - since.getOrDefault(collector, counter);
          shares.put(collector, time <= 0 ? 0 : Math.min(1, Math.max(0, spent / time)));
        });
    return shares;
  }
}
