package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ContingencyActivated;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunRecovered;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.StopCleared;
import dev.pitwall.engine.signal.StopEngaged;
import dev.pitwall.log.EntryWriter.Page;
import org.jspecify.annotations.Nullable;

/** The course of a run. */
final class RunEntries implements SignalHandler {

  private final Page page;
  private final String owner;
  private boolean stopped;

  RunEntries(Page page, String owner) {
    this.page = page;
    this.owner = owner;
  }

  @Override
  public void on(RunStarted started) {
    page.write(page.entry(Events.RUN_STARTED, started.at()).with(Pitwall.RUN_OWNER, owner));
  }

  @Override
  public void on(RunProgressed progressed) {
    page.write(
        page.entry(Events.RUN_PROGRESSED, progressed.at())
            .with(Pitwall.TASK_ID, progressed.task())
            .with(Pitwall.PROGRESS_COMPLETED, progressed.completed())
            .withLimit(Pitwall.PROGRESS_TOTAL, progressed.total())
            .with(Pitwall.PROGRESS_UNIT, progressed.unit())
            .with(Pitwall.PROGRESS_PHASE, progressed.phase()));
  }

  @Override
  public void on(RunPaused paused) {
    reasoned(Events.RUN_PAUSED, paused.at(), paused.reason());
  }

  @Override
  public void on(RunResumed resumed) {
    reasoned(Events.RUN_RESUMED, resumed.at(), resumed.reason());
  }

  @Override
  public void on(RunRecovered recovered) {
    reasoned(Events.RUN_RECOVERED, recovered.at(), recovered.reason());
  }

  private void reasoned(Event event, long at, @Nullable String reason) {
    page.write(page.entry(event, at).with(Pitwall.REASON, reason));
  }

  @Override
  public void on(ContingencyActivated activated) {
    page.write(
        page.entry(Events.CONTINGENCY_ACTIVATED, activated.at())
            .with(Pitwall.CONTINGENCY, activated.contingency())
            .with(Pitwall.FINDING_ID, activated.finding())
            .with(Pitwall.REASON, activated.reason()));
  }

  @Override
  public void on(StopEngaged engaged) {
    stopped = true;
  }

  @Override
  public void on(StopCleared cleared) {
    stopped = false;
  }

  @Override
  public void on(RunEnded ended) {
    Event event =
        ended.error() == null
            ? Events.RUN_COMPLETED
            : stopped ? Events.RUN_STOPPED : Events.RUN_FAILED;
    page.write(page.entry(event, ended.at()).with(GenAi.ERROR_TYPE, ended.error()));
  }
}
