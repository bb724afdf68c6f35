package dev.pitwall.conventions;

import java.util.List;
import java.util.stream.Stream;

/** Every event of the workflow log. */
public final class Events {

  public static final Event RUN_PLANNED =
      Event.of(
          "pitwall.run.planned",
          "What is to be done was declared.",
          Pitwall.PLAN_HASH,
          Pitwall.PLAN_TASKS,
          Pitwall.AUTHORIZATION_REQUIRED,
          Pitwall.MILESTONE_NAMES,
          Pitwall.MILESTONE_TARGETS,
          Pitwall.RUN_DEADLINE,
          Pitwall.BUDGET_TOKENS,
          Pitwall.BUDGET_COST,
          Pitwall.BUDGET_CALLS,
          Pitwall.BUDGET_TIME);
  public static final Event RUN_AUTHORIZED =
      Event.of(
          "pitwall.run.authorized",
          "Somebody permitted the plan.",
          Pitwall.AUTHORIZATION_RESULT,
          Pitwall.AUTHORIZATION_EXPIRES_AT,
          Pitwall.PLAN_HASH,
          Pitwall.PLAN_REVIEWED,
          Pitwall.AUTHORIZATION_SCOPE,
          Pitwall.USER_ID);
  public static final Event RUN_REVOKED =
      Event.of(
          "pitwall.run.revoked",
          "The permission was taken back.",
          Pitwall.AUTHORIZATION_RESULT,
          Pitwall.REASON,
          Pitwall.USER_ID);
  public static final Event RUN_STARTED =
      Event.of("pitwall.run.started", "A run began in this JVM.", Pitwall.RUN_OWNER);
  public static final Event RUN_PROGRESSED =
      Event.of(
          "pitwall.run.progressed",
          "A step of the run's topology was finished.",
          Pitwall.PROGRESS_COMPLETED,
          Pitwall.PROGRESS_TOTAL,
          Pitwall.PROGRESS_UNIT,
          Pitwall.PROGRESS_PHASE,
          Pitwall.TASK_ID);
  public static final Event RUN_PAUSED = reasoned("run.paused", "The run was put on hold.");
  public static final Event RUN_RESUMED = reasoned("run.resumed", "The run on hold goes on.");
  public static final Event RUN_RECOVERED =
      reasoned("run.recovered", "The run goes on after a failure.");
  public static final Event RUN_COMPLETED =
      Event.of("pitwall.run.completed", "The run returned a result.");
  public static final Event RUN_FAILED =
      Event.of("pitwall.run.failed", "The run ended in an error.", GenAi.ERROR_TYPE);
  public static final Event RUN_STOPPED =
      Event.of("pitwall.run.stopped", "The run ended under a stop.", GenAi.ERROR_TYPE);
  public static final Event MILESTONE_REACHED =
      Event.of(
          "pitwall.milestone.reached",
          "A checkpoint was reached.",
          Pitwall.MILESTONE,
          Pitwall.MILESTONE_TARGET,
          Pitwall.MILESTONE_RESULT);
  public static final Event TASK_CREATED =
      Event.of(
          "pitwall.task.created",
          "A unit of work is known.",
          Pitwall.TASK_ID,
          Pitwall.TASK_TYPE,
          GenAi.AGENT,
          Pitwall.TASK_DEPENDENCIES,
          Pitwall.TASK_DEADLINE,
          Pitwall.INPUT_HASH);
  public static final Event TASK_STARTED =
      Event.of("pitwall.task.started", "Work on it began.", Pitwall.TASK_ID, GenAi.AGENT);
  public static final Event TASK_BLOCKED =
      Event.of(
          "pitwall.task.blocked",
          "It cannot go on; its next start or end ends that.",
          Pitwall.TASK_ID,
          Pitwall.TASK_BLOCKED_REASON,
          Pitwall.TASK_BLOCKED_ON,
          Pitwall.TASK_BLOCKED_HOLDER,
          Pitwall.TASK_BLOCKED_UNTIL);
  public static final Event TASK_REWORKED =
      Event.of("pitwall.task.reworked", "A check sent it back.", Pitwall.TASK_ID, Pitwall.GATE);
  public static final Event TASK_COMPLETED =
      Event.of(
          "pitwall.task.completed",
          "It is done, cancelled or skipped.",
          Pitwall.TASK_ID,
          Pitwall.TASK_RESULT);
  public static final Event TASK_FAILED =
      Event.of(
          "pitwall.task.failed",
          "It ended in an error.",
          Pitwall.TASK_ID,
          Pitwall.TASK_RESULT,
          GenAi.ERROR_TYPE);
  public static final Event CONTINGENCY_ACTIVATED =
      Event.of(
          "pitwall.contingency.activated",
          "Another course was taken because of trouble.",
          Pitwall.CONTINGENCY,
          Pitwall.FINDING_ID,
          Pitwall.REASON);
  public static final Event HANDOFF_OFFERED =
      handoff(
          "offered",
          "Work was offered to an agent, a person or a queue.",
          Pitwall.HANDOFF_RECIPIENT,
          Pitwall.HANDOFF_ONE_WAY);
  public static final Event HANDOFF_ACCEPTED = handoff("accepted", "The target took the work up.");
  public static final Event HANDOFF_REJECTED =
      handoff("rejected", "The offer was declined or skipped.");
  public static final Event HANDOFF_COMPLETED = handoff("completed", "The target finished.");
  public static final Event HANDOFF_FAILED =
      handoff("failed", "The target ended in an error.", GenAi.ERROR_TYPE);
  public static final Event HANDOFF_LOST =
      handoff("lost", "Nobody took the work up, or nobody was heard of since.");
  public static final Event HANDOFF_RECOVERED =
      handoff("recovered", "Work that was lost was taken up after all.");
  public static final Event HANDOFF_DUPLICATED =
      handoff("duplicated", "Work was taken up a second time.");
  public static final Event ARTIFACT_WRITTEN =
      Event.of(
          "pitwall.artifact.written",
          "Something was left behind for others. What only passes on what is there is not told.",
          Pitwall.ARTIFACT_KEY,
          Pitwall.OUTPUT_HASH,
          GenAi.AGENT);
  public static final Event RESOURCE_ACCESSED =
      Event.of(
          "pitwall.resource.accessed",
          "Something shared was read, written or held.",
          Pitwall.RESOURCE,
          Pitwall.RESOURCE_VERSION,
          Pitwall.RESOURCE_ACCESS,
          Pitwall.RESOURCE_ACCESSED_AT,
          GenAi.AGENT);
  public static final Event EVALUATION_RESULT =
      Event.of(
          "gen_ai.evaluation.result",
          "A check or evaluator gave a verdict or a score.",
          GenAi.EVALUATION,
          GenAi.EVALUATION_SCORE,
          Pitwall.EVALUATION_NORMALIZED,
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
          Pitwall.TASK_ID,
          GenAi.AGENT);
  public static final Event APPROVAL_REQUESTED =
      Event.of(
          "pitwall.approval.requested",
          "The run began to wait for a person.",
          Pitwall.APPROVAL_ID,
          Pitwall.APPROVAL_KIND,
          GenAi.TOOL,
          Pitwall.TASK_ID);
  public static final Event APPROVAL_DECIDED =
      Event.of(
          "pitwall.approval.decided",
          "The person answered.",
          Pitwall.APPROVAL_ID,
          Pitwall.APPROVAL_KIND,
          GenAi.TOOL,
          Pitwall.APPROVAL_RESULT,
          Pitwall.USER_ID);
  public static final Event FINDING_OPENED = finding("opened", "A detector found something.");
  public static final Event FINDING_UPDATED =
      finding("updated", "More is known of it, for example a symptom that it explains.");
  public static final Event FINDING_RESOLVED =
      finding("resolved", "The condition or the run ended.");

  public static final Event EMERGENCY_STOP_ARMED =
      emergencyStop("armed", "The emergency stop can be reached.");
  public static final Event EMERGENCY_STOP_TESTED =
      emergencyStop("tested", "Somebody has tried the emergency stop.");
  public static final Event EMERGENCY_STOP_ENGAGED =
      emergencyStop("engaged", "From now on nothing new may begin.");
  public static final Event EMERGENCY_STOP_CLEARED = emergencyStop("cleared", "That is over.");

  private static final List<Event> ALL =
      List.of(
          RUN_PLANNED,
          RUN_AUTHORIZED,
          RUN_REVOKED,
          RUN_STARTED,
          RUN_PROGRESSED,
          RUN_PAUSED,
          RUN_RESUMED,
          RUN_RECOVERED,
          RUN_COMPLETED,
          RUN_FAILED,
          RUN_STOPPED,
          MILESTONE_REACHED,
          TASK_CREATED,
          TASK_STARTED,
          TASK_BLOCKED,
          TASK_REWORKED,
          TASK_COMPLETED,
          TASK_FAILED,
          CONTINGENCY_ACTIVATED,
          HANDOFF_OFFERED,
          HANDOFF_ACCEPTED,
          HANDOFF_REJECTED,
          HANDOFF_COMPLETED,
          HANDOFF_FAILED,
          HANDOFF_LOST,
          HANDOFF_RECOVERED,
          HANDOFF_DUPLICATED,
          ARTIFACT_WRITTEN,
          RESOURCE_ACCESSED,
          EVALUATION_RESULT,
          GATE_DECIDED,
          APPROVAL_REQUESTED,
          APPROVAL_DECIDED,
          FINDING_OPENED,
          FINDING_UPDATED,
          FINDING_RESOLVED,
          EMERGENCY_STOP_ARMED,
          EMERGENCY_STOP_TESTED,
          EMERGENCY_STOP_ENGAGED,
          EMERGENCY_STOP_CLEARED);

  private Events() {}

  /** All events, in the order of the reference. */
  public static List<Event> all() {
    return ALL;
  }

  private static Event handoff(String stage, String description, Attribute... more) {
    return Event.of(
        "pitwall.handoff." + stage,
        description,
        Stream.concat(
                Stream.of(
                    Pitwall.HANDOFF_ID,
                    Pitwall.HANDOFF_SOURCE,
                    Pitwall.HANDOFF_TARGET,
                    Pitwall.HANDOFF_MODE,
                    Pitwall.INPUT_HASH,
                    Pitwall.REASON),
                Stream.of(more))
            .toArray(Attribute[]::new));
  }

  private static Event emergencyStop(String stage, String description) {
    return Event.of(
        "pitwall.emergency_stop." + stage,
        description,
        Pitwall.SCOPE,
        GenAi.WORKFLOW,
        Pitwall.USER_ID,
        Pitwall.REASON);
  }

  private static Event reasoned(String name, String description) {
    return Event.of("pitwall." + name, description, Pitwall.REASON);
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
