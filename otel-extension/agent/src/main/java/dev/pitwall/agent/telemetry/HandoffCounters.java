package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.HashSet;
import java.util.Set;

/** How work is passed on. */
final class HandoffCounters implements SignalHandler {

  private static final String PASS_CONTROL = "pass_control";
  private static final int MAX_PASSED = 1024;

  private final Instruments instruments;
  private final String workflow;
  // Nearly all return; of the others only the offer says so.
  private final Set<String> passed = new HashSet<>(4);

  HandoffCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
  }

  @Override
  public void on(HandoffOffered offered) {
    if (offered.mode() == HandoffOffered.Mode.PASS_CONTROL && passed.size() < MAX_PASSED) {
      passed.add(offered.handoff());
    }
    count(Metrics.HANDOFFS_OFFERED, offered.handoff(), offered.source(), offered.target());
  }

  @Override
  public void on(HandoffAccepted accepted) {
    count(Metrics.HANDOFFS_ACCEPTED, accepted.handoff(), accepted.source(), accepted.target());
    instruments.record(
        Metrics.HANDOFF_ACCEPT_DURATION,
        Seconds.between(accepted.offeredAt(), accepted.at()),
        workflow,
        accepted.source(),
        accepted.target());
  }

  @Override
  public void on(HandoffRejected rejected) {
    count(Metrics.HANDOFFS_REJECTED, rejected.handoff(), rejected.source(), rejected.target());
    passed.remove(rejected.handoff());
  }

  @Override
  public void on(HandoffEnded ended) {
    count(
        ended.error() == null ? Metrics.HANDOFFS_COMPLETED : Metrics.HANDOFFS_FAILED,
        ended.handoff(),
        ended.source(),
        ended.target());
    passed.remove(ended.handoff());
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
        offer.handoff(),
        offer.source(),
        offer.target());
  }

  private void count(Metric stage, String handoff, String source, String target) {
    String mode = passed.contains(handoff) ? PASS_CONTROL : RunTelemetry.RETURN_TO_CALLER;
    instruments.add(stage, 1, workflow, source, target, mode);
  }
}
