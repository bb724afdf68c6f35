package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What parties did to one resource or artifact, as far as it may be a conflict. */
final class SharedResource {

  private static final int MAX_PARTIES = 32;
  private static final int MAX_CONFLICTS = 64;

  /** Ways to get in each other's way. */
  enum Conflict {
    WAIT,
    OVERWRITTEN,
    LOST_UPDATE
  }

  /** A value that a party knows, and since when. */
  record Known(@Nullable String version, long at) {}

  /** A wait that lasts. */
  record Wait(long since, @Nullable String holder, boolean jvm) {}

  private record Happened(Conflict conflict, long at) {}

  private final Deque<Happened> conflicts = new ArrayDeque<>(4);
  private @Nullable Map<String, Known> known;
  private @Nullable Map<String, Wait> waits;
  private final Set<String> parties = new LinkedHashSet<>(4);
  private @Nullable String writer;
  private @Nullable String version;
  private long parent;
  private long writtenAt;
  @Nullable OpenFinding contention;

  @Nullable String writer() {
    return writer;
  }

  @Nullable String version() {
    return version;
  }

  long writtenAt() {
    return writtenAt;
  }

  long parent() {
    return parent;
  }

  void wrote(String party, @Nullable String newVersion, long within, long at) {
    writer = party;
    version = newVersion;
    parent = within;
    writtenAt = at;
    knows(party, newVersion, at);
  }

  void knows(String party, @Nullable String read, long at) {
    known = known == null ? new HashMap<>(4) : known;
    if (known.size() < MAX_PARTIES || known.containsKey(party)) {
      known.put(party, new Known(read, at));
    }
  }

  @Nullable Known knownBy(String party) {
    return known == null ? null : known.get(party);
  }

  void waits(String party, Wait wait) {
    waits = waits == null ? new HashMap<>(4) : waits;
    if (waits.size() < MAX_PARTIES) {
      waits.putIfAbsent(party, wait);
    }
  }

  @Nullable Wait waitsNoMore(String party) {
    return waits == null ? null : waits.remove(party);
  }

  Map<String, Wait> waits() {
    return waits == null ? Map.of() : waits;
  }

  /** Since when the one that waits longest has waited, or {@link Long#MAX_VALUE}. */
  long waitingSince() {
    return waits().values().stream().mapToLong(Wait::since).min().orElse(Long.MAX_VALUE);
  }

  void conflict(Conflict kind, long at, @Nullable String... between) {
    if (conflicts.size() == MAX_CONFLICTS) {
      conflicts.removeFirst();
    }
    conflicts.addLast(new Happened(kind, at));
    involve(between);
  }

  void involve(@Nullable String... between) {
    for (String party : between) {
      if (party != null && parties.size() < MAX_PARTIES) {
        parties.add(party);
      }
    }
  }

  Set<String> parties() {
    return parties;
  }

  void forgetBefore(long at) {
    while (!conflicts.isEmpty() && conflicts.peekFirst().at() < at) {
      conflicts.removeFirst();
    }
  }

  long count(Conflict kind) {
    return conflicts.stream().filter(happened -> happened.conflict() == kind).count();
  }

  long firstAt() {
    return conflicts.isEmpty() ? Long.MAX_VALUE : conflicts.peekFirst().at();
  }

  long lastAt() {
    return conflicts.isEmpty() ? 0 : conflicts.peekLast().at();
  }

  void calm() {
    conflicts.clear();
    parties.clear();
  }
}
