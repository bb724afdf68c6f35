package dev.pitwall.agent.telemetry;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.log.EntryWriter;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run's counters, histograms and log entries, made from its signals and findings. Agents of a
 * run report from threads of their own, so they take turns here; nothing is waited for meanwhile,
 * and the engine is not called.
 */
public final class RunTelemetry {

  /** Handoffs inside a JVM are calls. */
  public static final String RETURN_TO_CALLER = "return_to_caller";

  private final String run;
  private final UsageCounters usage;
  private final FindingCounters findings;
  private final HandoffCounters handoffs;
  private final List<SignalHandler> counters;
  private final EntryWriter log;
  private volatile SpanContext root = SpanContext.getInvalid();

  public RunTelemetry(
      Instruments instruments, WorkflowLog log, String run, String workflow, String owner) {
    this.run = run;
    this.usage = new UsageCounters(instruments, workflow);
    this.findings = new FindingCounters(instruments, workflow);
    this.handoffs = new HandoffCounters(instruments, workflow);
    this.counters =
        List.of(
            usage,
            new PlanCounters(instruments, workflow),
            handoffs,
            new QualityCounters(instruments, workflow),
            new ApprovalCounters(instruments, workflow));
    this.log = new EntryWriter(run, workflow, owner, log.of(() -> root));
  }

  /** The run starts with this span; what is logged without one of its own belongs to it. */
  public void startsUnder(SpanContext span) {
    root = span;
  }

  /** Counts and logs a signal. */
  public synchronized void accept(Signal signal) {
    counters.forEach(signal::deliverTo);
    log.write(signal);
  }

  /** A step of the outermost workflow was finished. */
  public synchronized void progressed(int completed, int total, long at) {
    log.write(new RunProgressed(run, null, completed, total, "member", null, at));
  }

  /** A model told what a call has used. */
  public void tokens(@Nullable String agent, @Nullable String model, Usage used) {
    usage.tokens(agent, model, used);
  }

  /** A handoff was lost, found again, or taken up twice. */
  public synchronized void handoff(HandoffFate fate, HandoffOffered offer, long at) {
    handoffs.became(fate, offer);
    log.handoff(fate, offer, at);
  }

  /** A finding was opened. */
  public synchronized void opened(Finding finding) {
    findings.opened(finding);
    log.opened(finding);
  }

  /** More is known of a finding. */
  public synchronized void updated(Finding finding, long at) {
    log.updated(finding, at);
  }

  /** A finding was resolved. */
  public synchronized void resolved(Finding finding, long at) {
    findings.resolved(finding, at);
    log.resolved(finding, at);
  }
}
