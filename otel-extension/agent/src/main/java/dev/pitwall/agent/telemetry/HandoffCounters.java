package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.SignalHandler;

/** How work is passed on. */
final class HandoffCounters implements SignalHandler {

  private final Instruments instruments;
  private final String workflow;

  HandoffCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  @Override
  public void on(HandoffOffered offered) {
    count(Metrics.HANDOFFS_OFFERED, offered.source(), offered.target());
  }

  @Override
  public void on(HandoffAccepted accepted) {
    count(Metrics.HANDOFFS_ACCEPTED, accepted.source(), accepted.target());
    instruments.record(
        Metrics.HANDOFF_ACCEPT_DURATION,
        Seconds.between(accepted.offeredAt(), accepted.at()),
        workflow,
        accepted.source(),
        accepted.target());
  }

  @Override
  public void on(HandoffRejected rejected) {
    count(Metrics.HANDOFFS_REJECTED, rejected.source(), rejected.target());
  }

  @Override
  public void on(HandoffEnded ended) {
    count(
        ended.error() == null ? Metrics.HANDOFFS_COMPLETED : Metrics.HANDOFFS_FAILED,
        ended.source(),
        ended.target());
    instruments.record(
        Metrics.HANDOFF_WORK_DURATION,
        Seconds.between(ended.acceptedAt(), ended.at()),
        workflow,
        ended.source(),
        ended.target());
  }

  /** It was lost, found again, or taken up twice. */
  void became(HandoffFate fate, HandoffOffered offer) {
    count(
        switch (fate) {
          case LOST -> Metrics.HANDOFFS_LOST;
          case RECOVERED -> Metrics.HANDOFFS_RECOVERED;
          case DUPLICATED -> Metrics.HANDOFFS_DUPLICATED;
        },
        offer.source(),
        offer.target());
  }

  private void count(Metric stage, String source, String target) {
    instruments.add(stage, 1, workflow, source, target, RunTelemetry.RETURN_TO_CALLER);
  }
}
