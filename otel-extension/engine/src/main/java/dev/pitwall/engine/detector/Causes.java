package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.signal.JvmObserved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a finding may be put down to, collected and then ranked. */
final class Causes {

  private static final int MOST = 5;
  // A JVM that collects garbage for a quarter of the time is sick; below that it is at work.
  private static final double HEAVY = 0.25;

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

  /** Adds the locks for which one of these threads of agents waits, and what weighs on the JVM. */
  Causes add(@Nullable JvmObserved jvm, Set<String> agents) {
    if (jvm == null) {
      return this;
    }
    for (JvmObserved.LockWait wait : jvm.locks()) {
      if (agents.contains(wait.waiter())) {
        add("resource", wait.lock(), 0.9);
        add("agent", wait.holder(), 0.6);
      }
    }
    for (JvmObserved.Pressure pressure : jvm.pressures()) {
      if (pressure.weight() >= HEAVY) {
        add("jvm", pressure.kind() + " " + pressure.subject(), 0.4 + pressure.weight() / 2);
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
