package dev.pitwall.engine;

import dev.pitwall.engine.detector.Draft;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import dev.pitwall.engine.signal.JvmObserved.Pressure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/*
 * Whatever is slow in a run may be slow because of the JVM under it, so no detector has to think of that: a finding about
 * time is completed here with what a look at the JVM shows. The scores place it among the causes that its detector has:
 *   - a lock that an agent concerned waits for explains that agent's slowness better than anything else (0.9), and its holder
 *     is the next to ask (0.6); a wait for something that nobody holds, a latch or a future, says where the thread is and
 *     no more (0.3);
 *   - a JVM that stops for a quarter of the time is sick; the more it stops the likelier it is the cause (0.4 + half the
 *     share), above a call under way (0.8) only when it does hardly anything else;
 *   - a heap that is full after a collection is where such stops come from, and by itself rarely a delay (half its fill);
 *   - a pool with all threads busy and work in its queue holds up whatever is handed to it (0.9).
 * When one of these comes first, what to do is said of it.
 */
/** What the JVM has to do with findings about time. */
final class JvmCauses {

  private static final double SICK = 0.25;
  private static final int MOST = 5;
  private static final Set<FindingType> ABOUT_TIME =
      EnumSet.of(
          FindingType.HANDOFF_LOST,
          FindingType.STRAGGLER,
          FindingType.BOTTLENECK,
          FindingType.STALL,
          FindingType.MILESTONE_AT_RISK);

  private final List<Cause> causes;
  private String evidence;
  private String recommendation;
  private double likeliest;

  private JvmCauses(Draft draft) {
    this.causes = new ArrayList<>(draft.causes());
    this.evidence = draft.evidence();
    this.recommendation = draft.recommendation();
    this.likeliest = draft.causes().stream().mapToDouble(Cause::score).max().orElse(0);
  }

  /** Whether a look at the JVM may tell more of findings of this type. */
  static boolean mayExplain(FindingType type) {
    return ABOUT_TIME.contains(type);
  }

  /** A draft about time, completed with what was seen of the JVM. */
  static Draft complete(Draft draft, JvmObserved jvm) {
    JvmCauses all = new JvmCauses(draft);
    for (LockWait wait : jvm.locks()) {
      if (draft.involved().isEmpty() || draft.involved().contains(wait.waiter())) {
        all.add(wait);
      }
    }
    jvm.pressures().forEach(all::add);
    return draft
        .withCauses(
            all.causes.stream()
                .sorted(Comparator.comparingDouble(Cause::score).reversed())
                .limit(MOST)
                .toList())
        .withEvidence(all.evidence)
        .withRecommendation(all.recommendation);
  }

  private void add(LockWait wait) {
    String holder = wait.holder();
    if (holder == null) {
      // That a thread waits for the answer of its own call is no news.
      if (causes.stream().anyMatch(JvmCauses::isCall)) {
        return;
      }
      add(
          new Cause("jvm", wait.waiter() + " waits for " + wait.lock(), 0.3),
          "the thread of %s waits for %s".formatted(wait.waiter(), wait.lock()),
          "See who is to end the wait of %s for %s.".formatted(wait.waiter(), wait.lock()));
      return;
    }
    add(
        new Cause("resource", wait.lock(), 0.9),
        "the thread of %s waits for %s, which %s holds"
            .formatted(wait.waiter(), wait.lock(), holder),
        "See why %s does not release %s.".formatted(holder, wait.lock()));
    if (causes.stream().noneMatch(cause -> cause.label().equals("agent:" + holder))) {
      causes.add(new Cause("agent", holder, 0.6));
    }
  }

  private static boolean isCall(Cause cause) {
    return cause.kind().equals("model") || cause.kind().equals("tool");
  }

  private void add(Pressure pressure) {
    double weight = pressure.weight();
    String subject = pressure.subject();
    String share = Math.round(100 * weight) + " %";
    switch (pressure.kind()) {
      case "gc" -> {
        if (weight >= SICK) {
          add(
              new Cause("jvm", "gc " + subject, rounded(0.4 + weight / 2)),
              "the JVM spent %s of its time in collections of %s".formatted(share, subject),
              "Give the JVM a larger heap, or see in a heap dump what fills it.");
        }
      }
      case "heap" ->
          add(
              new Cause("jvm", "heap " + subject, rounded(weight / 2)),
              "%s of %s stayed in use after a collection".formatted(share, subject),
              "Give the JVM a larger heap, or see in a heap dump what fills it.");
      case "pool" ->
          add(
              new Cause("jvm", "pool " + subject, rounded(0.9 * weight)),
              "all threads of %s are busy and work waits".formatted(subject),
              "Let agents that wait run on an executor of their own, not on %s."
                  .formatted(subject));
      default -> {}
    }
  }

  private static double rounded(double score) {
    return Math.min(100, Math.round(score * 100)) / 100.0;
  }

  private void add(Cause cause, String seen, String advice) {
    if (causes.stream().anyMatch(known -> known.label().equals(cause.label()))) {
      return;
    }
    causes.add(cause);
    evidence = evidence + "; " + seen;
    if (cause.score() > likeliest) {
      likeliest = cause.score();
      recommendation = advice;
    }
  }
}
