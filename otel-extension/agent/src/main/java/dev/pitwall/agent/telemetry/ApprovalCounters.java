package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.SignalHandler;

/** Decisions of people. */
final class ApprovalCounters implements SignalHandler {

  private final Instruments instruments;
  private final String workflow;

  ApprovalCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  @Override
  public void on(ApprovalDecided decided) {
    instruments.add(Metrics.APPROVALS_DECIDED, 1, workflow, decided.kind(), decided.result());
    instruments.record(
        Metrics.APPROVAL_WAIT,
        Seconds.between(decided.requestedAt(), decided.at()),
        workflow,
        decided.kind());
  }
}
