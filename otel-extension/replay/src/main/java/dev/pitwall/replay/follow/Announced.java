package dev.pitwall.replay.follow;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.log.Entry;
import java.util.Set;

/**
 * What the whole recording says of the beginning and end of things, known before anything is
 * followed. Names are kept as hashes of 64 bits.
 */
public final class Announced {

  private static final Set<String> SETTLED =
      Set.of(
          Events.HANDOFF_COMPLETED.name(),
          Events.HANDOFF_FAILED.name(),
          Events.HANDOFF_REJECTED.name());

  private final LongSet runs = new LongSet();
  private final LongSet accepted = new LongSet();
  private final LongSet settled = new LongSet();

  /** Takes notice of an entry. */
  public void note(Entry entry) {
    if (entry.event().equals(Events.RUN_STARTED.name())) {
      runs.add(hash(entry.run()));
    } else if (entry.event().equals(Events.HANDOFF_ACCEPTED.name())) {
      accepted.add(hash(handoff(entry)));
    } else if (SETTLED.contains(entry.event())) {
      settled.add(hash(handoff(entry)));
    }
  }

  /** Whether the recording has the beginning of a run. */
  boolean has(String run) {
    return runs.contains(hash(run));
  }

  /**
   * Whether an entry is about work that a member of a run had taken up and was still at when the
   * recording ended. Its span was not exported then, nor were those of the calls that it waited
   * for: that nothing is heard of it means nothing.
   */
  boolean isOfOpenWork(Entry entry) {
    String handoff = handoff(entry);
    // Handoffs that the application declares have ids of its own, and no spans at any time.
    if (handoff.isEmpty() || !handoff.startsWith(entry.run() + "-")) {
      return false;
    }
    long hash = hash(handoff);
    return accepted.contains(hash) && !settled.contains(hash);
  }

  private static String handoff(Entry entry) {
    return entry.attributes().get(Pitwall.HANDOFF_ID.name()) instanceof String id ? id : "";
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
