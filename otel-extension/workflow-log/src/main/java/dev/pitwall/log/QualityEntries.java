package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.log.EntryWriter.Page;

/** Scores and verdicts. */
final class QualityEntries implements SignalHandler {

  private final Page page;

  QualityEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(Evaluated evaluated) {
    page.write(
        page.entry(Events.EVALUATION_RESULT, evaluated.at())
            .with(GenAi.EVALUATION, evaluated.evaluation())
            .with(GenAi.EVALUATION_SCORE, evaluated.score())
            .with(Pitwall.EVALUATION_NORMALIZED, evaluated.normalized())
            .with(GenAi.AGENT, evaluated.agent()));
  }

  @Override
  public void on(GateDecided decided) {
    page.write(
        page.entry(Events.EVALUATION_RESULT, decided.at())
            .with(GenAi.EVALUATION, decided.gate())
            .with(GenAi.EVALUATION_LABEL, decided.label())
            .with(GenAi.AGENT, decided.agent()));
    page.write(
        page.entry(Events.GATE_DECIDED, decided.at())
            .with(Pitwall.GATE, decided.gate())
            .with(Pitwall.GATE_RESULT, decided.result())
            .with(Pitwall.GATE_ACTION, decided.action())
            .with(Pitwall.GATE_ATTEMPT, (long) decided.attempt())
            .with(Pitwall.TASK_ID, decided.task())
            .with(GenAi.AGENT, decided.agent()));
  }
}
