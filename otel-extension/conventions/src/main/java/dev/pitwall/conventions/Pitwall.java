package dev.pitwall.conventions;

/** Attributes that have no standard name. */
public final class Pitwall {

  public static final Attribute RUN_ID =
      Attribute.id("pitwall.run.id", "One execution of a workflow; unique.");
  public static final Attribute RUN_OWNER =
      Attribute.open("pitwall.run.owner", "The service instance in which the run started.");
  public static final Attribute REASON =
      Attribute.open("pitwall.reason", "Why it happened, in a few words.");
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
