package dev.pitwall.replay;

import dev.pitwall.engine.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What other settings change. Findings of one type about one subject of one run are the same one,
 * in the order in which they were detected.
 */
final class Comparison {

  private final List<Found> base = new ArrayList<>();
  private final List<Found> other = new ArrayList<>();

  private record Key(String type, String run, String subject) {
    static Key of(Found found) {
      Finding finding = found.finding();
      return new Key(finding.type().value(), finding.run(), finding.subject());
    }
  }

  /**
   * A difference.
   *
   * @param change appears, vanishes or changes
   * @param found the finding as it is with the other settings, or as it was if it vanishes
   * @param was the finding as it was if it changes, or null
   */
  record Difference(String change, Found found, @Nullable Found was) {}

  /** Takes a finding of the replay with the first settings. */
  void base(Found found) {
    base.add(found);
  }

  /** Takes a finding of the replay with the other settings. */
  void other(Found found) {
    other.add(found);
  }

  /** What appears, vanishes or changes, in order of time. */
  List<Difference> differences() {
    Map<Key, Deque<Found>> before = new HashMap<>();
    for (Found found : base) {
      before.computeIfAbsent(Key.of(found), key -> new ArrayDeque<>()).add(found);
    }
    List<Difference> differences = new ArrayList<>();
    for (Found now : other) {
      Deque<Found> same = before.get(Key.of(now));
      Found was = same == null ? null : same.poll();
      if (was == null) {
        differences.add(new Difference("appears", now, null));
      } else if (!isEqual(was, now)) {
        differences.add(new Difference("changes", now, was));
      }
    }
    before
        .values()
        .forEach(
            rest -> rest.forEach(was -> differences.add(new Difference("vanishes", was, null))));
    differences.sort(
        Comparator.<Difference>comparingLong(each -> each.found().finding().openedAt())
            .thenComparing(each -> each.found().finding().id())
            .thenComparing(Difference::change));
    return differences;
  }

  private static boolean isEqual(Found was, Found now) {
    Finding one = was.finding();
    Finding two = now.finding();
    return one.severity() == two.severity()
        && one.causes().equals(two.causes())
        && one.onset() == two.onset()
        && one.openedAt() == two.openedAt()
        && Objects.equals(was.resolved(), now.resolved());
  }
}
