package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.SignalHandler;

/** Scores and verdicts. */
final class QualityCounters implements SignalHandler {

  private final Instruments instruments;
  private final String workflow;

  QualityCounters(Instruments instruments, String workflow) {
    this.instruments = instruments;
    this.workflow = workflow;
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
  }
}
