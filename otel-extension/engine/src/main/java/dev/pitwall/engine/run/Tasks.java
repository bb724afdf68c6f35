package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tasks of a run, open and ended. One that starts unannounced is known from then on. */
public final class Tasks implements SignalHandler {

  private static final int CAPACITY = 1024;

  private final Bounded<String, Task> tasks = new Bounded<>(CAPACITY);
  private int ended;

  @Override
  public void on(TaskCreated created) {
    if (tasks.get(created.task()) == null) {
      tasks.put(created.task(), Task.of(created));
    }
  }

  @Override
  public void on(TaskStarted started) {
    if (tasks.get(started.task()) == null) {
      on(
          new TaskCreated(
              started.run(), started.task(), null, null, List.of(), 0, null, started.at()));
    }
    change(started.task(), task -> task.started(started.agent(), started.at()));
  }

  @Override
  public void on(TaskBlocked blocked) {
    change(blocked.task(), task -> task.blocked(blocked));
  }

  @Override
  public void on(TaskReworked reworked) {
    change(reworked.task(), Task::reworked);
  }

  @Override
  public void on(TaskEnded end) {
    change(end.task(), task -> task.ended(end));
  }

  private void change(String id, UnaryOperator<Task> change) {
    Task before = tasks.get(id);
    if (before != null) {
      Task after = change.apply(before);
      tasks.put(id, after);
      ended += (after.isOpen() ? 0 : 1) - (before.isOpen() ? 0 : 1);
    }
  }

  /** A task, or null if it is not known (any more). */
  public @Nullable Task get(String id) {
    return tasks.get(id);
  }

  /** All that are known, oldest first. */
  public Collection<Task> all() {
    return tasks.values();
  }

  /** How many are known. */
  public int size() {
    return tasks.size();
  }

  /** How many of them have ended. */
  public int ended() {
    return ended;
  }
}
