package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/*
 * An open task is nobody's in three cases:
 *   - its run has ended. Ends of tasks may be recorded a moment after that of the run, so the run is listened to for `grace`
 *     more; what is open then is one finding, which lasts until the tasks are closed, or for `keep`;
 *   - its owner has: the task was begun, is not blocked, and the last invocation of its owner has ended since, with no work of
 *     its own given away. The owner may come back and a planner may give the task to another, which takes `patience`, or
 *     longer where tasks of its type usually take longer (`factor` times 95 % of them, since its start);
 *   - it needs a task that failed or was cancelled, and nobody has begun it or closed it for `patience`.
 * A task that has not been begun for other reasons is late and not an orphan. Needs tasks, and invocations of agents for the
 * second case; without tasks it does not exist. Onset is the end of the run, of the owner or of the dependency. Nothing is kept but
 * findings, 64 at most; the tasks are looked through when an alarm is due.
 */
/** Finds tasks that stay open though nobody will work on them. */
final class OrphanedTaskDetector implements Detector {

  private static final int CAPACITY = 64;
  private static final int SHOWN = 5;
  private static final int ENOUGH = 5;

  private final OrphanedTaskSettings settings;
  private final Scene scene;
  private @Nullable Map<String, OpenFinding> orphans;
  private @Nullable OpenFinding leftBehind;
  private long endedAt;

  private OrphanedTaskDetector(OrphanedTaskSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(OrphanedTaskSettings settings) {
    return Factory.startingWith(
        Set.of(TaskCreated.class, TaskStarted.class),
        scene -> new OrphanedTaskDetector(settings, scene));
  }

  @Override
  public void on(AgentEnded ended) {
    if (hasOpenTasks() && scene.run().agents().active(ended.agent()) == 0) {
      scene.alarm().at(ended.at() + settings.patience().toMillis());
    }
  }

  @Override
  public void on(AgentStarted started) {
    recheck(started.at());
  }

  @Override
  public void on(TaskStarted started) {
    recheck(started.at());
  }

  @Override
  public void on(TaskEnded ended) {
    recheck(ended.at());
    if (leftBehind != null && !hasOpenTasks()) {
      leftBehind.resolve(ended.at());
      leftBehind = null;
    }
    if (ended.result() != TaskEnded.Result.COMPLETED && hasOpenTasks()) {
      scene.alarm().at(ended.at() + settings.patience().toMillis());
    }
  }

  @Override
  public long onTime(long now) {
    return endedAt == 0 ? judgeOpenRun(now) : judgeEndedRun(now);
  }

  @Override
  public long onEnd(long at) {
    orphans = null;
    if (!hasOpenTasks()) {
      return NEVER;
    }
    endedAt = at;
    return at + settings.grace().toMillis();
  }

  private boolean hasOpenTasks() {
    return scene.run().tasks().size() > scene.run().tasks().ended();
  }

  private long judgeEndedRun(long now) {
    long due = endedAt + settings.grace().toMillis();
    if (!hasOpenTasks()) {
      return NEVER;
    }
    if (now < due) {
      return due;
    }
    if (leftBehind == null) {
      leftBehind = scene.findings().open(draftOfEnd(now), now);
    }
    long over = due + settings.keep().toMillis();
    return now < over ? over : NEVER;
  }

  private long judgeOpenRun(long now) {
    recheck(now);
    long next = NEVER;
    for (Task task : scene.run().tasks().all()) {
      long since = orphanedSince(task);
      if (since != 0 && !isKnown(task)) {
        long due = dueOf(task, since);
        if (now >= due) {
          open(task, since, now);
        } else {
          next = Math.min(next, due);
        }
      }
    }
    return next;
  }

  private boolean isKnown(Task task) {
    return orphans != null && orphans.containsKey(task.id());
  }

  private void open(Task task, long since, long now) {
    orphans = orphans == null ? new HashMap<>(4) : orphans;
    if (orphans.size() < CAPACITY) {
      orphans.put(task.id(), scene.findings().open(draft(task, since, now), now));
    }
  }

  private void recheck(long at) {
    if (orphans == null) {
      return;
    }
    for (Iterator<Map.Entry<String, OpenFinding>> all = orphans.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, OpenFinding> orphan = all.next();
      Task task = scene.run().tasks().get(orphan.getKey());
      if (task == null || orphanedSince(task) == 0) {
        all.remove();
        orphan.getValue().resolve(at);
      }
    }
  }

  /** When it became nobody's, or 0. */
  private long orphanedSince(Task task) {
    if (!task.isOpen() || task.blocked() != null) {
      return 0;
    }
    return task.isStarted() ? ownerEndedAt(task) : neededFailedAt(task);
  }

  private long ownerEndedAt(Task task) {
    RunState run = scene.run();
    String owner = task.agent();
    if (owner == null || run.agents().active(owner) > 0) {
      return 0;
    }
    boolean passedOn =
        run.handoffs().open().stream().anyMatch(h -> h.offer().source().equals(owner));
    long heard = run.agents().heardAt(owner);
    return passedOn || heard <= task.startedAt() ? 0 : heard;
  }

  private long neededFailedAt(Task task) {
    long since = 0;
    for (String id : task.created().dependencies()) {
      Task needed = scene.run().tasks().get(id);
      if (needed != null
          && (needed.result() == TaskEnded.Result.FAILED
              || needed.result() == TaskEnded.Result.CANCELLED)) {
        since = Math.max(since, needed.endedAt());
      }
    }
    return since;
  }

  private long dueOf(Task task, long since) {
    long due = since + settings.patience().toMillis();
    String type = task.created().type();
    double usual =
        type == null || !task.isStarted()
            ? Double.NaN
            : scene.history().usual(Measure.TASK_DURATION, type, 0.95, ENOUGH);
    return Double.isNaN(usual)
        ? due
        : Math.max(due, task.startedAt() + Math.round(settings.factor() * usual));
  }

  private Draft draft(Task task, long since, long now) {
    String idle = Words.duration(now - since);
    String owner = task.agent();
    boolean failed = !task.isStarted();
    Causes causes = new Causes();
    if (failed) {
      task.created().dependencies().stream()
          .map(scene.run().tasks()::get)
          .filter(needed -> needed != null && needed.endedAt() == since)
          .findFirst()
          .ifPresent(needed -> causes.add("agent", needed.agent(), 0.6));
    }
    causes.add("agent", owner, failed ? 0.3 : 0.8);
    return new Draft(
        FindingType.ORPHANED_TASK,
        Severity.WARNING,
        owner,
        task.id(),
        owner == null ? Set.of(task.id()) : Set.of(task.id(), owner),
        causes.isEmpty()
            ? causes.add("workflow", scene.run().workflow(), 0.5).ranked()
            : causes.ranked(),
        failed
            ? "Task %s needs one that did not succeed and nobody has taken it up or closed it for %s"
                .formatted(named(task), idle)
            : "Task %s is open though its owner %s ended %s ago"
                .formatted(named(task), owner, idle),
        "Give the task to somebody else, or close it.",
        since);
  }

  private Draft draftOfEnd(long now) {
    List<Task> open = scene.run().tasks().all().stream().filter(Task::isOpen).toList();
    String shown = open.stream().limit(SHOWN).map(this::named).collect(Collectors.joining(", "));
    Causes causes = new Causes();
    open.forEach(task -> causes.add("agent", task.agent(), 0.6));
    return new Draft(
        FindingType.ORPHANED_TASK,
        Severity.WARNING,
        open.size() == 1 ? open.get(0).agent() : null,
        open.get(0).id(),
        open.stream().map(Task::id).collect(Collectors.toSet()),
        causes.isEmpty()
            ? causes.add("workflow", scene.run().workflow(), 0.5).ranked()
            : causes.ranked(),
        "%s left open when the run ended %s ago: %s%s"
            .formatted(
                Words.counted(open.size(), "task"),
                Words.duration(now - endedAt),
                shown,
                open.size() > SHOWN ? ", …" : ""),
        "Close the tasks, or run them again; then see why the run did not wait for them.",
        endedAt);
  }

  private String named(Task task) {
    String type = task.created().type();
    return type == null ? task.id() : task.id() + " (" + type + ")";
  }
}
