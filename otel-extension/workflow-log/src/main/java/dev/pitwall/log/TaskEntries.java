package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.log.EntryWriter.Page;
import java.util.Locale;

/** Units of work. */
final class TaskEntries implements SignalHandler {

  private final Page page;

  TaskEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(TaskCreated created) {
    page.write(
        page.entry(Events.TASK_CREATED, created.at())
            .with(Pitwall.TASK_ID, created.task())
            .with(Pitwall.TASK_TYPE, created.type())
            .with(GenAi.AGENT, created.agent())
            .withAll(Pitwall.TASK_DEPENDENCIES, created.dependencies())
            .withLimit(Pitwall.TASK_DEADLINE, created.deadline())
            .with(Pitwall.INPUT_HASH, created.inputHash()));
  }

  @Override
  public void on(TaskStarted started) {
    page.write(
        page.entry(Events.TASK_STARTED, started.at())
            .with(Pitwall.TASK_ID, started.task())
            .with(GenAi.AGENT, started.agent()));
  }

  @Override
  public void on(TaskBlocked blocked) {
    page.write(
        page.entry(Events.TASK_BLOCKED, blocked.at())
            .with(Pitwall.TASK_ID, blocked.task())
            .with(Pitwall.TASK_BLOCKED_REASON, value(blocked.reason()))
            .with(Pitwall.TASK_BLOCKED_ON, blocked.on())
            .with(Pitwall.TASK_BLOCKED_HOLDER, blocked.holder())
            .withLimit(Pitwall.TASK_BLOCKED_UNTIL, blocked.until()));
  }

  @Override
  public void on(TaskReworked reworked) {
    page.write(
        page.entry(Events.TASK_REWORKED, reworked.at())
            .with(Pitwall.TASK_ID, reworked.task())
            .with(Pitwall.GATE, reworked.gate()));
  }

  @Override
  public void on(TaskEnded ended) {
    Event event =
        ended.result() == TaskEnded.Result.FAILED ? Events.TASK_FAILED : Events.TASK_COMPLETED;
    page.write(
        page.entry(event, ended.at())
            .with(Pitwall.TASK_ID, ended.task())
            .with(Pitwall.TASK_RESULT, value(ended.result()))
            .with(GenAi.ERROR_TYPE, ended.error()));
  }

  private static String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
