package dev.pitwall.sample.simulator.score;

import dev.pitwall.sample.simulator.scenario.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares findings with the truth. A finding tells a labelled trouble if it is of its type, of its
 * run (of its workflow where the type is about workflows), and comes between the beginning of the
 * trouble and its end and a little more. What a label allows besides is neither right nor wrong.
 * All else is a false alarm.
 */
public final class Scorer {

  private static final long GRACE = 60_000;
  private static final Set<String> OF_WORKFLOWS = Set.of("quality_regression");

  private final List<Label> labels;
  private final Map<String, List<Label>> byRun = new HashMap<>();
  private final Map<String, List<Label>> byWorkflow = new HashMap<>();

  public Scorer(List<Label> labels) {
    this.labels = List.copyOf(labels);
    for (Label label : labels) {
      byRun.computeIfAbsent(label.run(), run -> new ArrayList<>()).add(label);
      byRun.computeIfAbsent(label.trace(), trace -> new ArrayList<>()).add(label);
      byWorkflow.computeIfAbsent(label.workflow(), workflow -> new ArrayList<>()).add(label);
    }
  }

  /**
   * The outcome for these findings.
   *
   * @param verdicts one for each labelled trouble
   * @param falseAlarms what is not so
   */
  public record Outcome(List<Verdict> verdicts, List<FalseAlarm> falseAlarms) {}

  /** A finding that is not so, and the scenario in whose run it was told; empty if it has none. */
  public record FalseAlarm(Found found, String scenario, String kind, long seed) {}

  /** Judges all findings of the recordings that the labels are of. */
  public Outcome judge(List<Found> findings) {
    Map<Label, List<Found>> told = new HashMap<>();
    List<FalseAlarm> falseAlarms = new ArrayList<>();
    for (Found found : findings) {
      List<Label> about = about(found);
      List<Label> right = about.stream().filter(label -> tells(found, label)).toList();
      right.forEach(label -> told.computeIfAbsent(label, l -> new ArrayList<>()).add(found));
      if (right.isEmpty() && about.stream().noneMatch(label -> allows(label, found))) {
        Label label = about.isEmpty() ? null : about.get(0);
        falseAlarms.add(
            new FalseAlarm(
                found,
                label == null ? "" : label.scenario(),
                label == null ? "" : label.kind(),
                label == null ? 0 : label.seed()));
      }
    }
    List<Verdict> verdicts =
        labels.stream()
            .filter(Label::isTrouble)
            .map(label -> new Verdict(label, inOrder(told.getOrDefault(label, List.of()))))
            .toList();
    return new Outcome(verdicts, List.copyOf(falseAlarms));
  }

  private static List<Found> inOrder(List<Found> found) {
    return found.stream().sorted(Comparator.comparingLong(Found::detected)).toList();
  }

  private List<Label> about(Found found) {
    return OF_WORKFLOWS.contains(found.type())
        ? byWorkflow.getOrDefault(found.workflow(), List.of())
        : byRun.getOrDefault(found.run(), List.of());
  }

  private static boolean tells(Found found, Label label) {
    return label.isTrouble()
        && label.is(found.type())
        && found.detected() >= label.began()
        && (label.cleared() == 0 || found.detected() <= label.cleared() + GRACE);
  }

  private static boolean allows(Label label, Found found) {
    return label.mayAlso().stream().anyMatch(also -> also.type().equals(found.type()));
  }
}
