package dev.pitwall.engine.detector;

import org.jspecify.annotations.Nullable;

/**
 * Who changed something in a run, and in what order with the work in it, so far as work may be done
 * anew because of it. All that is asked is whether somebody else changed something since, and for
 * that the latest change and the latest of another party than that are enough.
 */
final class Changes {

  private static final String ANYBODY = "";

  private long order;
  private @Nullable String party;
  private long latest;
  private long latestOfOthers;
  private long failedAt;

  /** The place of what happens next. */
  long next() {
    return ++order;
  }

  /** A party, which has a name, left something new. */
  void by(String changed) {
    if (!changed.equals(party)) {
      latestOfOthers = latest;
      party = changed;
    }
    latest = next();
  }

  /** Something that is a reason whoever did it. */
  void byAnybody() {
    by(ANYBODY);
  }

  /** Something failed. */
  void failed() {
    byAnybody();
    failedAt = latest;
  }

  /** Whether anybody but this party changed something after that place. */
  boolean since(long place, String notBy) {
    return (notBy.equals(party) ? latestOfOthers : latest) > place;
  }

  /** Whether anything failed after that place. */
  boolean failedSince(long place) {
    return failedAt > place;
  }
}
