package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.Piece.Kind;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Recorder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what was done twice. */
final class DuplicateDraft {

  private final String workflow;
  private final Piece first;
  private final Piece again;

  DuplicateDraft(String workflow, Piece first, Piece again) {
    this.workflow = workflow;
    this.first = first;
    this.again = again;
  }

  Draft draft() {
    return new Draft(
        FindingType.DUPLICATE_WORK,
        Severity.WARNING,
        again.doer,
        again.name,
        involved(),
        causes().ranked(),
        evidence(2),
        recommendation(),
        again.startedAt);
  }

  private Set<String> involved() {
    Set<String> involved = new LinkedHashSet<>();
    for (Piece piece : List.of(first, again)) {
      involved.add(piece.doer);
      if (piece.caller != null) {
        involved.add(piece.caller.name());
      }
      if (piece.kind == Kind.TASK) {
        involved.add(String.valueOf(piece.id));
      }
    }
    return involved;
  }

  // Who asks twice is to blame before who does it twice; where two ask, it is the second asking.
  private Causes causes() {
    Causes causes = new Causes();
    switch (again.kind) {
      case INVOCATION, HANDOFF -> {
        if (giver(first).equals(giver(again))) {
          causes.add("agent", giver(again), 0.8);
        } else {
          causes.add("edge", Recorder.edge(giver(again), again.doer), 0.7);
          causes.add("agent", giver(first), 0.4);
        }
        causes.add("agent", again.doer, 0.3);
      }
      case ACCEPTANCE -> {
        causes.add("edge", Recorder.edge(giver(again), again.doer), 0.8);
        causes.add("agent", again.doer, 0.5);
      }
      case TASK -> {
        causes.add("agent", again.doer, 0.6);
        causes.add("agent", first.doer, 0.4);
      }
    }
    return causes;
  }

  private String giver(Piece piece) {
    return piece.caller == null ? workflow : piece.caller.name();
  }

  String evidence(int times) {
    return "%s with the same input was done %d times: %s, and %s later %s, %s"
        .formatted(
            what(),
            times,
            said(first),
            Words.duration(again.startedAt - first.startedAt),
            said(again),
            first.endedBefore(again)
                ? "with nothing new in between"
                : "while the first was under way");
  }

  private String what() {
    return switch (again.kind) {
      case INVOCATION, HANDOFF, ACCEPTANCE -> "Work of " + again.name;
      case TASK -> "A task of type " + again.name;
    };
  }

  private String said(Piece piece) {
    return switch (piece.kind) {
      case INVOCATION -> "for " + giver(piece);
      case HANDOFF -> "as " + piece.id + " from " + giver(piece);
      case ACCEPTANCE -> "as acceptance " + piece.id;
      case TASK -> "as " + piece.id + " by " + piece.doer;
    };
  }

  private String recommendation() {
    return switch (again.kind) {
      case INVOCATION, HANDOFF ->
          "Keep the result of %s where all can find it, or let one ask for it and pass it on."
              .formatted(again.doer);
      case ACCEPTANCE ->
          "Let %s note what it has taken up and decline what comes again.".formatted(again.doer);
      case TASK ->
          "Cancel one of the two, and look for a task with the same input before one is made.";
    };
  }
}
