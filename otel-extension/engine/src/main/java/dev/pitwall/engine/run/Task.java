package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work as it stands. Times are epoch milliseconds, 0 where it has not happened.
 *
 * @param created what was declared
 * @param agent who works on it, or is to
 * @param startedAt when work began
 * @param blocked what it waits for, if it waits
 * @param result how it ended, if it did
 * @param endedAt when it ended
 * @param reworks how often a check sent it back
 */
public record Task(
    TaskCreated created,
    @Nullable String agent,
    long startedAt,
    @Nullable TaskBlocked blocked,
    TaskEnded.@Nullable Result result,
    long endedAt,
    int reworks) {

  static Task of(TaskCreated created) {
    return new Task(created, created.agent(), 0, null, null, 0, 0);
  }

  public String id() {
    return created.task();
  }

  public boolean isOpen() {
    return result == null;
  }

  public boolean isStarted() {
    return startedAt != 0;
  }

  Task started(@Nullable String by, long at) {
    String owner = by == null ? agent : by;
    long since = startedAt == 0 ? at : startedAt;
    return new Task(created, owner, since, null, null, 0, reworks);
  }

  Task blocked(TaskBlocked by) {
    return new Task(created, agent, startedAt, by, result, endedAt, reworks);
  }

  Task ended(TaskEnded ended) {
    return new Task(created, agent, startedAt, null, ended.result(), ended.at(), reworks);
  }

  Task reworked() {
    return new Task(created, agent, startedAt, blocked, result, endedAt, reworks + 1);
  }
}
