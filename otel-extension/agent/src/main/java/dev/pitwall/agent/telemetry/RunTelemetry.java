package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.Usage;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** One run's counters, histograms and log entries, made from its signals and findings. */
public final class RunTelemetry implements SignalHandler {

  /** Handoffs inside a JVM are calls. */
  public static final String RETURN_TO_CALLER = "return_to_caller";

  private final Instruments instruments;
  private final WorkflowLog log;
  private final String workflow;
  private final String owner;

  public RunTelemetry(
      Instruments instruments,
      Logger logger,
      String run,
      String workflow,
      String owner,
      SpanContext root) {
    this.instruments = instruments;
    this.workflow = workflow;
    this.owner = owner;
    this.log = new WorkflowLog(logger, run, workflow, root);
  }

  @Override
  public void on(RunStarted started) {
    log.event(Events.RUN_STARTED, started.at()).with(Pitwall.RUN_OWNER, owner).write();
  }

  @Override
  public void on(RunEnded ended) {
    Event event = ended.error() == null ? Events.RUN_COMPLETED : Events.RUN_FAILED;
    log.event(event, ended.at()).with(GenAi.ERROR_TYPE, ended.error()).write();
  }

  /** A step of the outermost workflow was finished. */
  public void progressed(int completed, int total, long at) {
    log.event(Events.RUN_PROGRESSED, at)
        .with(Pitwall.PROGRESS_COMPLETED, completed)
        .with(Pitwall.PROGRESS_TOTAL, total)
        .with(Pitwall.PROGRESS_UNIT, "member")
        .write();
  }

  @Override
  public void on(ModelEnded call) {
    tokens(call.agent(), call.model(), call.usage());
  }

  /** A model told what a call has used. */
  public void tokens(@Nullable String agent, @Nullable String model, Usage usage) {
    tokens(agent, model, "input", usage.input());
    tokens(agent, model, "output", usage.output());
    tokens(agent, model, "cache_read", usage.cacheRead());
    tokens(agent, model, "cache_write", usage.cacheWrite());
    tokens(agent, model, "reasoning", usage.reasoning());
  }

  private void tokens(
      @Nullable String agent, @Nullable String model, String type, @Nullable Integer tokens) {
    if (tokens != null) {
      instruments.add(Metrics.TOKENS_USED, tokens, workflow, agent, model, type);
    }
  }

  @Override
  public void on(HandoffOffered offered) {
    instruments.add(
        Metrics.HANDOFFS_OFFERED,
        1,
        workflow,
        offered.source(),
        offered.target(),
        RETURN_TO_CALLER);
    handoff(
        Events.HANDOFF_OFFERED,
        offered.at(),
        offered.handoff(),
        offered.source(),
        offered.target());
  }

  @Override
  public void on(HandoffAccepted accepted) {
    instruments.add(
        Metrics.HANDOFFS_ACCEPTED,
        1,
        workflow,
        accepted.source(),
        accepted.target(),
        RETURN_TO_CALLER);
    instruments.record(
        Metrics.HANDOFF_ACCEPT_DURATION,
        seconds(accepted.offeredAt(), accepted.at()),
        workflow,
        accepted.source(),
        accepted.target());
    handoff(
        Events.HANDOFF_ACCEPTED,
        accepted.at(),
        accepted.handoff(),
        accepted.source(),
        accepted.target());
  }

  @Override
  public void on(HandoffRejected rejected) {
    instruments.add(
        Metrics.HANDOFFS_REJECTED,
        1,
        workflow,
        rejected.source(),
        rejected.target(),
        RETURN_TO_CALLER);
    handoff(
        Events.HANDOFF_REJECTED,
        rejected.at(),
        rejected.handoff(),
        rejected.source(),
        rejected.target());
  }

  @Override
  public void on(HandoffEnded ended) {
    boolean failed = ended.error() != null;
    instruments.add(
        failed ? Metrics.HANDOFFS_FAILED : Metrics.HANDOFFS_COMPLETED,
        1,
        workflow,
        ended.source(),
        ended.target(),
        RETURN_TO_CALLER);
    instruments.record(
        Metrics.HANDOFF_WORK_DURATION,
        seconds(ended.acceptedAt(), ended.at()),
        workflow,
        ended.source(),
        ended.target());
    handoff(
        failed ? Events.HANDOFF_FAILED : Events.HANDOFF_COMPLETED,
        ended.at(),
        ended.handoff(),
        ended.source(),
        ended.target());
  }

  private void handoff(Event event, long at, String id, String source, String target) {
    log.event(event, at)
        .with(Pitwall.HANDOFF_ID, id)
        .with(Pitwall.HANDOFF_SOURCE, source)
        .with(Pitwall.HANDOFF_TARGET, target)
        .with(Pitwall.HANDOFF_MODE, RETURN_TO_CALLER)
        .write();
  }

  @Override
  public void on(Evaluated evaluated) {
    if (evaluated.normalized() != null) {
      instruments.record(
          Metrics.EVALUATION_SCORE,
          evaluated.normalized(),
          workflow,
          evaluated.agent(),
          evaluated.evaluation());
    }
    log.event(Events.EVALUATION_RESULT, evaluated.at())
        .with(GenAi.EVALUATION, evaluated.evaluation())
        .with(GenAi.EVALUATION_SCORE, evaluated.score())
        .with(GenAi.AGENT, evaluated.agent())
        .write();
  }

  @Override
  public void on(GateDecided decided) {
    instruments.add(
        Metrics.GATES_DECIDED,
        1,
        workflow,
        decided.agent(),
        decided.gate(),
        decided.result(),
        decided.action());
    log.event(Events.EVALUATION_RESULT, decided.at())
        .with(GenAi.EVALUATION, decided.gate())
        .with(GenAi.EVALUATION_LABEL, decided.label())
        .with(GenAi.AGENT, decided.agent())
        .write();
    log.event(Events.GATE_DECIDED, decided.at())
        .with(Pitwall.GATE, decided.gate())
        .with(Pitwall.GATE_RESULT, decided.result())
        .with(Pitwall.GATE_ACTION, decided.action())
        .with(Pitwall.GATE_ATTEMPT, decided.attempt())
        .with(GenAi.AGENT, decided.agent())
        .write();
  }

  @Override
  public void on(ApprovalRequested requested) {
    log.event(Events.APPROVAL_REQUESTED, requested.at())
        .with(Pitwall.APPROVAL_ID, requested.approval())
        .with(Pitwall.APPROVAL_KIND, requested.kind())
        .write();
  }

  @Override
  public void on(ApprovalDecided decided) {
    instruments.add(Metrics.APPROVALS_DECIDED, 1, workflow, decided.kind(), decided.result());
    instruments.record(
        Metrics.APPROVAL_WAIT,
        seconds(decided.requestedAt(), decided.at()),
        workflow,
        decided.kind());
    log.event(Events.APPROVAL_DECIDED, decided.at())
        .with(Pitwall.APPROVAL_ID, decided.approval())
        .with(Pitwall.APPROVAL_KIND, decided.kind())
        .with(Pitwall.APPROVAL_RESULT, decided.result())
        .write();
  }

  /** A finding was opened. */
  public void opened(Finding finding) {
    String type = finding.type().value();
    instruments.add(Metrics.FINDINGS_OPENED, 1, type, workflow);
    instruments.record(
        Metrics.FINDING_DETECTION, seconds(finding.onset(), finding.openedAt()), type);
    finding(Events.FINDING_OPENED, finding, finding.openedAt());
  }

  /** More is known of a finding. */
  public void updated(Finding finding, long at) {
    finding(Events.FINDING_UPDATED, finding, at);
  }

  /** A finding was resolved. */
  public void resolved(Finding finding, long at) {
    instruments.record(
        Metrics.FINDING_RESOLUTION, seconds(finding.openedAt(), at), finding.type().value());
    finding(Events.FINDING_RESOLVED, finding, at);
  }

  private void finding(Event event, Finding finding, long at) {
    log.event(event, at)
        .severity(Severity.WARN)
        .with(Pitwall.FINDING_ID, finding.id())
        .with(Pitwall.FINDING_TYPE, finding.type().value())
        .with(Pitwall.FINDING_SEVERITY, finding.severity().value())
        .with(Pitwall.FINDING_SUBJECT, finding.subject())
        .with(Pitwall.FINDING_CAUSE, finding.cause().label())
        .with(
            Pitwall.FINDING_CAUSES,
            finding.causes().stream().map(cause -> cause.label() + "=" + cause.score()).toList())
        .with(Pitwall.FINDING_ONSET, finding.onset())
        .with(Pitwall.FINDING_EVIDENCE, finding.evidence())
        .with(Pitwall.FINDING_RECOMMENDATION, finding.recommendation())
        .with(GenAi.AGENT, finding.agent())
        .write();
  }

  private static double seconds(long from, long to) {
    return Math.max(0, to - from) / 1000.0;
  }
}
