package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a finding may be put down to, collected and then ranked. */
final class Causes {

  private static final int MOST = 5;

  private final List<Cause> causes = new ArrayList<>(4);

  /** Adds one; of several with the same subject the likeliest counts. */
  Causes add(String kind, @Nullable String subject, double score) {
    if (subject != null) {
      Cause cause = new Cause(kind, subject, Math.max(0, Math.min(1, score)));
      Cause same = find(cause.label());
      if (same == null) {
        causes.add(cause);
      } else if (same.score() < cause.score()) {
        causes.set(causes.indexOf(same), cause);
      }
    }
    return this;
  }

  private @Nullable Cause find(String label) {
    return causes.stream().filter(cause -> cause.label().equals(label)).findFirst().orElse(null);
  }

  boolean isEmpty() {
    return causes.isEmpty();
  }

  /** The likeliest first; of equal ones, the one that was added first. */
  List<Cause> ranked() {
    return causes.stream()
        .sorted(Comparator.comparingDouble(Cause::score).reversed())
        .limit(MOST)
        .toList();
  }
}
