package dev.pitwall.sample.simulator.scenario;

import java.util.List;

/**
 * What is true of a run.
 *
 * @param scenario type and name of what was played
 * @param kind trouble, hard_negative or healthy
 * @param seed of the recording
 * @param type of the finding that there is; of a hard negative, what it looks like
 * @param causes what was injected, by all its names; of no trouble, none
 * @param began when what leads to it began, epoch milliseconds; 0 of no trouble, as are the others
 * @param onset when it is trouble by its definition
 * @param decidable when a careful observer who knows the definition can tell
 * @param cleared when it was over, or 0 if it lasts until its run ends
 * @param mayAlso what is true besides
 * @param readAs types as which the definitions allow it to be read as well
 */
public record Label(
    String scenario,
    String kind,
    long seed,
    String type,
    String workflow,
    String run,
    String trace,
    List<TrueCause> causes,
    long began,
    long onset,
    long decidable,
    long cleared,
    List<Allowed> mayAlso,
    List<String> readAs,
    Visibility visibility) {

  public Label {
    causes = List.copyOf(causes);
    mayAlso = List.copyOf(mayAlso);
    readAs = List.copyOf(readAs);
  }

  /** What caused it. */
  public record TrueCause(String kind, String subject) {}

  /** Another type of finding that is true of the run, and why. */
  public record Allowed(String type, String why) {}

  /** Whether something is wrong. */
  public boolean isTrouble() {
    return kind.equals(Scenario.Kind.TROUBLE.value());
  }

  /** Whether a finding of this type is this trouble. */
  public boolean is(String found) {
    return type.equals(found) || readAs.contains(found);
  }
}
