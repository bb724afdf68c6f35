package dev.pitwall.conventions;

import java.util.List;

/** Every event of the workflow log. */
public final class Events {

  public static final Event RUN_STARTED =
      Event.of("pitwall.run.started", "A run began in this JVM.", Pitwall.RUN_OWNER);
  public static final Event RUN_PROGRESSED =
      Event.of(
          "pitwall.run.progressed",
          "A step of the run's topology was finished.",
          Pitwall.PROGRESS_COMPLETED,
          Pitwall.PROGRESS_TOTAL,
          Pitwall.PROGRESS_UNIT);
  public static final Event RUN_COMPLETED =
      Event.of("pitwall.run.completed", "The run returned a result.");
  public static final Event RUN_FAILED =
      Event.of("pitwall.run.failed", "The run ended in an error.", GenAi.ERROR_TYPE);
  public static final Event HANDOFF_OFFERED = handoff("offered", "Work was offered to an agent.");
  public static final Event HANDOFF_ACCEPTED = handoff("accepted", "The target took the work up.");
  public static final Event HANDOFF_REJECTED =
      handoff("rejected", "The offer was declined or skipped.");
  public static final Event HANDOFF_COMPLETED = handoff("completed", "The target finished.");
  public static final Event HANDOFF_FAILED = handoff("failed", "The target ended in an error.");
  public static final Event EVALUATION_RESULT =
      Event.of(
          "gen_ai.evaluation.result",
          "A check or evaluator gave a verdict or a score.",
          GenAi.EVALUATION,
          GenAi.EVALUATION_SCORE,
          GenAi.EVALUATION_LABEL,
          GenAi.AGENT);
  public static final Event GATE_DECIDED =
      Event.of(
          "pitwall.gate.decided",
          "A quality gate decided what happens next.",
          Pitwall.GATE,
          Pitwall.GATE_RESULT,
          Pitwall.GATE_ACTION,
          Pitwall.GATE_ATTEMPT,
          GenAi.AGENT);
  public static final Event APPROVAL_REQUESTED =
      Event.of(
          "pitwall.approval.requested",
          "The run began to wait for a person.",
          Pitwall.APPROVAL_ID,
          Pitwall.APPROVAL_KIND);
  public static final Event APPROVAL_DECIDED =
      Event.of(
          "pitwall.approval.decided",
          "The person answered.",
          Pitwall.APPROVAL_ID,
          Pitwall.APPROVAL_KIND,
          Pitwall.APPROVAL_RESULT);
  public static final Event FINDING_OPENED = finding("opened", "A detector found something.");
  public static final Event FINDING_UPDATED =
      finding("updated", "More is known of it, for example a symptom that it explains.");
  public static final Event FINDING_RESOLVED =
      finding("resolved", "The condition or the run ended.");

  private static final List<Event> ALL =
      List.of(
          RUN_STARTED,
          RUN_PROGRESSED,
          RUN_COMPLETED,
          RUN_FAILED,
          HANDOFF_OFFERED,
          HANDOFF_ACCEPTED,
          HANDOFF_REJECTED,
          HANDOFF_COMPLETED,
          HANDOFF_FAILED,
          EVALUATION_RESULT,
          GATE_DECIDED,
          APPROVAL_REQUESTED,
          APPROVAL_DECIDED,
          FINDING_OPENED,
          FINDING_UPDATED,
          FINDING_RESOLVED);

  private Events() {}

  /** All events, in the order of the reference. */
  public static List<Event> all() {
    return ALL;
  }

  private static Event handoff(String stage, String description) {
    return Event.of(
        "pitwall.handoff." + stage,
        description,
        Pitwall.HANDOFF_ID,
        Pitwall.HANDOFF_SOURCE,
        Pitwall.HANDOFF_TARGET,
        Pitwall.HANDOFF_MODE);
  }

  private static Event finding(String stage, String description) {
    return Event.of(
        "pitwall.finding." + stage,
        description,
        Pitwall.FINDING_ID,
        Pitwall.FINDING_TYPE,
        Pitwall.FINDING_SEVERITY,
        Pitwall.FINDING_SUBJECT,
        Pitwall.FINDING_CAUSE,
        Pitwall.FINDING_CAUSES,
        Pitwall.FINDING_ONSET,
        Pitwall.FINDING_EVIDENCE,
        Pitwall.FINDING_RECOMMENDATION);
  }
}
