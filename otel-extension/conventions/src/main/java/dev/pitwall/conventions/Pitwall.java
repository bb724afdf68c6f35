package dev.pitwall.conventions;

/** Attributes that have no standard name. */
public final class Pitwall {

  public static final Attribute RUN_ID =
      Attribute.id("pitwall.run.id", "One execution of a workflow; unique.");
  public static final Attribute RUN_OWNER =
      Attribute.open("pitwall.run.owner", "The service instance in which the run started.");
  public static final Attribute REASON =
      Attribute.open("pitwall.reason", "Why it happened, in a few words.");
  public static final Attribute USER_ID =
      Attribute.open("user.id", "Who did it, as given or as a pseudonym.");
  public static final Attribute RUN_DEADLINE =
      Attribute.open("pitwall.run.deadline", "When the run is to be over, epoch milliseconds.");
  public static final Attribute PLAN_HASH =
      Attribute.open("pitwall.plan.hash", "Tells one plan from another.");
  public static final Attribute PLAN_TASKS =
      Attribute.open("pitwall.plan.tasks", "How many tasks the plan has.");
  public static final Attribute PLAN_REVIEWED =
      Attribute.open("pitwall.plan.reviewed", "Whether somebody has read the plan.");
  public static final Attribute BUDGET_TOKENS =
      Attribute.open("pitwall.budget.tokens", "Tokens that the run may use.");
  public static final Attribute BUDGET_COST =
      Attribute.open("pitwall.budget.cost", "What the run may cost, in the price list's currency.");
  public static final Attribute BUDGET_CALLS =
      Attribute.open("pitwall.budget.calls", "Model calls that the run may make.");
  public static final Attribute BUDGET_TIME =
      Attribute.open("pitwall.budget.time", "How long the run may take, milliseconds.");
  public static final Attribute AUTHORIZATION_REQUIRED =
      Attribute.open("pitwall.authorization.required", "Whether the run needs a permission.");
  public static final Attribute AUTHORIZATION_RESULT =
      Attribute.oneOf(
          "pitwall.authorization.result",
          "Whether the permission holds.",
          "valid",
          "missing",
          "expired",
          "revoked");
  public static final Attribute AUTHORIZATION_EXPIRES_AT =
      Attribute.open(
          "pitwall.authorization.expires_at", "When the permission ends, epoch milliseconds.");
  public static final Attribute AUTHORIZATION_SCOPE =
      Attribute.open("pitwall.authorization.scope", "What the permission covers.");
  public static final Attribute MILESTONE =
      Attribute.open("pitwall.milestone.name", "The checkpoint.");
  public static final Attribute MILESTONE_TARGET =
      Attribute.open(
          "pitwall.milestone.target_at", "When it is to be reached, epoch milliseconds.");
  public static final Attribute MILESTONE_RESULT =
      Attribute.oneOf(
          "pitwall.milestone.result", "Whether it was in time.", "on_time", "late", "untimed");
  public static final Attribute MILESTONE_NAMES =
      Attribute.open("pitwall.milestone.names", "All checkpoints of the plan.");
  public static final Attribute MILESTONE_TARGETS =
      Attribute.open(
          "pitwall.milestone.targets", "Their targets, epoch milliseconds, 0 where there is none.");
  public static final Attribute PROGRESS_PHASE =
      Attribute.open("pitwall.progress.phase", "What is being done.");
  public static final Attribute TASK_ID = Attribute.id("pitwall.task.id", "One unit of work.");
  public static final Attribute TASK_TYPE =
      Attribute.open("pitwall.task.type", "The kind of work.");
  public static final Attribute TASK_DEPENDENCIES =
      Attribute.open("pitwall.task.dependencies", "Ids of the tasks that come first.");
  public static final Attribute TASK_DEADLINE =
      Attribute.open("pitwall.task.deadline", "When it is to be done, epoch milliseconds.");
  public static final Attribute TASK_RESULT =
      Attribute.oneOf(
          "pitwall.task.result", "How it ended.", "completed", "failed", "cancelled", "skipped");
  public static final Attribute TASK_BLOCKED_REASON =
      Attribute.oneOf(
          "pitwall.task.blocked.reason",
          "What it waits for.",
          "dependency",
          "resource",
          "agent",
          "human",
          "remote",
          "rate_limit",
          "external",
          "timer");
  public static final Attribute TASK_BLOCKED_ON =
      Attribute.open("pitwall.task.blocked.on", "Which one it waits for.");
  public static final Attribute TASK_BLOCKED_HOLDER =
      Attribute.open("pitwall.task.blocked.holder", "Who has it.");
  public static final Attribute TASK_BLOCKED_UNTIL =
      Attribute.open(
          "pitwall.task.blocked.until", "When the wait ends at the latest, epoch milliseconds.");
  public static final Attribute CONTINGENCY =
      Attribute.open("pitwall.contingency.name", "The other course that was taken.");
  public static final Attribute SCOPE =
      Attribute.oneOf("pitwall.scope", "What it covers.", "all", "workflow");
  public static final Attribute EVENT_SEQUENCE =
      Attribute.open(
          "pitwall.event.sequence", "Position in the run's log in this JVM, without gaps.");
  public static final Attribute PROGRESS_COMPLETED =
      Attribute.open("pitwall.progress.completed", "Units of work done.");
  public static final Attribute PROGRESS_TOTAL =
      Attribute.open("pitwall.progress.total", "Units of work in all, where known.");
  public static final Attribute PROGRESS_UNIT =
      Attribute.open("pitwall.progress.unit", "What is counted.");
  public static final Attribute HANDOFF_ID =
      Attribute.id("pitwall.handoff.id", "One handoff; unique.");
  public static final Attribute HANDOFF_SOURCE =
      Attribute.open("pitwall.handoff.source", "Who gives the work away.");
  public static final Attribute HANDOFF_TARGET =
      Attribute.open("pitwall.handoff.target", "Who is to do the work.");
  public static final Attribute HANDOFF_MODE =
      Attribute.oneOf(
          "pitwall.handoff.mode",
          "Whether control comes back.",
          "return_to_caller",
          "pass_control");
  public static final Attribute HANDOFF_RECIPIENT =
      Attribute.oneOf(
          "pitwall.handoff.recipient", "What the target is.", "agent", "person", "queue");
  public static final Attribute HANDOFF_ONE_WAY =
      Attribute.open("pitwall.handoff.one_way", "True where no answer is to be expected.");
  public static final Attribute GATE = Attribute.open("pitwall.gate.name", "The quality gate.");
  public static final Attribute GATE_RESULT =
      Attribute.oneOf(
          "pitwall.gate.result", "Its verdict.", "passed", "failed", "error", "skipped");
  public static final Attribute GATE_ACTION =
      Attribute.oneOf(
          "pitwall.gate.action", "What follows from it.", "pass", "retry", "reject", "escalate");
  public static final Attribute GATE_ATTEMPT =
      Attribute.open("pitwall.gate.attempt", "Which answer it judged, from 1.");
  public static final Attribute APPROVAL_ID =
      Attribute.id("pitwall.approval.id", "One request for a decision; unique.");
  public static final Attribute APPROVAL_KIND =
      Attribute.open("pitwall.approval.kind", "What kind of decision a person is asked for.");
  public static final Attribute APPROVAL_RESULT =
      Attribute.oneOf(
          "pitwall.approval.result",
          "The decision; answered where the framework has only the person's words.",
          "approved",
          "rejected",
          "answered",
          "expired",
          "cancelled",
          "automatic",
          "bypassed");
  public static final Attribute FINDING_ID =
      Attribute.id("pitwall.finding.id", "One finding; unique.");
  public static final Attribute FINDING_TYPE =
      Attribute.oneOf(
          "pitwall.finding.type",
          "What was found.",
          "unauthorized_run",
          "activity_after_stop",
          "approval_bypassed",
          "deadlock",
          "rate_limited",
          "context_overflow",
          "handoff_lost",
          "contention",
          "retry_storm",
          "ping_pong",
          "loop",
          "duplicate_work",
          "straggler",
          "bottleneck",
          "orphaned_task",
          "stall",
          "runaway_cost",
          "quality_regression",
          "milestone_at_risk");
  public static final Attribute FINDING_SEVERITY =
      Attribute.oneOf("pitwall.finding.severity", "How bad it is.", "info", "warning", "critical");
  public static final Attribute FINDING_CAUSE =
      Attribute.open("pitwall.finding.cause", "The likeliest cause, as kind:subject.");
  public static final Attribute FINDING_CAUSES =
      Attribute.open("pitwall.finding.causes", "All causes, ranked, as kind:subject=score.");
  public static final Attribute FINDING_SUBJECT =
      Attribute.open("pitwall.finding.subject", "Whom or what it is about.");
  public static final Attribute FINDING_ONSET =
      Attribute.open("pitwall.finding.onset", "When the trouble began, epoch milliseconds.");
  public static final Attribute FINDING_EVIDENCE =
      Attribute.open("pitwall.finding.evidence", "What was seen, in a sentence.");
  public static final Attribute FINDING_RECOMMENDATION =
      Attribute.open("pitwall.finding.recommendation", "What to do, in a sentence.");
  public static final Attribute TOOL_ARGUMENTS_HASH =
      Attribute.open("pitwall.tool.arguments.hash", "Keyed hash of a tool call's arguments.");
  public static final Attribute INPUT_HASH =
      Attribute.open("pitwall.input.hash", "Keyed hash of what went in.");
  public static final Attribute OUTPUT_HASH =
      Attribute.open("pitwall.output.hash", "Keyed hash of what came out.");
  public static final Attribute WORKFLOW_TOPOLOGY =
      Attribute.oneOf(
          "pitwall.workflow.topology",
          "How a workflow's members follow one another.",
          "sequence",
          "parallel",
          "loop",
          "router",
          "supervisor");
  public static final Attribute WORKFLOW_MEMBERS =
      Attribute.open("pitwall.workflow.members", "How many members a workflow has, 0 if unknown.");
  public static final Attribute WORKFLOW_MAX_ITERATIONS =
      Attribute.open("pitwall.workflow.max_iterations", "How often a workflow goes round at most.");
  public static final Attribute WORKFLOW_SUSPENDED =
      Attribute.open(
          "pitwall.workflow.suspended", "True where the workflow waits to be resumed later.");
  public static final Attribute ARTIFACT_KEY =
      Attribute.open("pitwall.artifact.key", "The name under which something was left behind.");
  public static final Attribute RESOURCE =
      Attribute.open("pitwall.resource.name", "The shared artifact or lock.");
  public static final Attribute RESOURCE_VERSION =
      Attribute.open("pitwall.resource.version", "Its version, as declared.");
  public static final Attribute RESOURCE_ACCESS =
      Attribute.oneOf("pitwall.resource.access", "What was done with it.", "read", "write", "lock");
  public static final Attribute RESOURCE_ACCESSED_AT =
      Attribute.open("pitwall.resource.accessed_at", "When the access began, epoch milliseconds.");
  public static final Attribute EVALUATION_NORMALIZED =
      Attribute.open(
          "pitwall.evaluation.score.normalized",
          "The score's place in its range, 0 to 1, where the range is known.");
  public static final Attribute EXTENSION_VERSION =
      Attribute.open("pitwall.extension.version", "Version of this extension.");
  public static final Attribute AGENT_VERSION =
      Attribute.open("telemetry.distro.version", "Version of the OpenTelemetry Java agent.");
  public static final Attribute LIBRARY =
      Attribute.open("pitwall.library.name", "The instrumentation module.");
  public static final Attribute SIGNAL_KIND =
      Attribute.open("pitwall.signal.kind", "The kind of signal.");
  public static final Attribute DROP_REASON =
      Attribute.open("pitwall.drop.reason", "Why it was dropped.");
  public static final Attribute METRIC_NAME =
      Attribute.open("pitwall.metric.name", "The metric whose labels overflowed.");
  public static final Attribute STATE_KIND =
      Attribute.open("pitwall.state.kind", "The kind of state that was evicted.");

  private Pitwall() {}
}
