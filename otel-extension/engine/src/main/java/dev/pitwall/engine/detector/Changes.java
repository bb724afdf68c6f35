package dev.pitwall.engine.detector;

import java.util.HashMap;
import java.util.Map;

/**
 * Who changed something in a run, and in what order with the work in it, so far as work may be done
 * anew because of it.
 */
final class Changes {

  private static final int MAX_PARTIES = 256;
  private static final String ANYBODY = "";

  private final Map<String, Long> latest = new HashMap<>(4);
  private long order;
  private long failedAt;

  /** The place of what happens next. */
  long next() {
    return ++order;
  }

  /** A party left something new. */
  void by(String party) {
    boolean known = latest.size() < MAX_PARTIES || latest.containsKey(party);
    latest.put(known ? party : ANYBODY, next());
  }

  /** Something that is a reason whoever did it. */
  void byAnybody() {
    latest.put(ANYBODY, next());
  }

  /** Something failed. */
  void failed() {
    byAnybody();
    failedAt = order;
  }

  /** Whether anybody but this party changed something after that place. */
  boolean since(long place, String notBy) {
    return latest.entrySet().stream()
        .anyMatch(change -> change.getValue() > place && !change.getKey().equals(notBy));
  }

  /** Whether anything failed after that place. */
  boolean failedSince(long place) {
    return failedAt > place;
  }
}
