package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.SharedResource.Conflict;
import dev.pitwall.engine.detector.SharedResource.Known;
import dev.pitwall.engine.detector.SharedResource.Wait;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.ToolStarted;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Parties get in each other's way over one resource in three ways:
 *   - a lost update: a party writes, and what it last read or wrote is older than what another has written since. Such a write
 *     rests on a value that no longer is, first-committer-wins would refuse it (Berenson and others, "A critique of ANSI SQL
 *     isolation levels", 1995, P4). Versions that were read and written prove it, so one is enough;
 *   - overwriting without a read to go by: members of one parallel workflow write different values to one artifact, or an agent
 *     restores the value that it had written before another's. A draft that goes from hand to hand is neither. `overwritten`
 *     of these within `window`;
 *   - waits for a lock: tasks that are blocked on a resource and go on, locks of the JVM that one look shows and the next does
 *     not, each of at least `shortest`. `waits` of them within `window`, or one that lasts for `longest`.
 * Reading in parallel is no conflict, whatever it costs. Nor are five in a line for what nobody in particular holds: that is a
 * lack of capacity, and a bottleneck's. Over when there has been no conflict for `quiet` and nobody waits.
 *
 * Needs reads and writes with their versions, written artifacts, blocked tasks, or looks at the JVM, for which it asks while
 * calls of two agents take longer than `shortest`, less and less often as long as no lock is seen; standard spans have none
 * of these. Onset is the first conflict of the window, or the beginning of the wait. At most 128 resources a run, 64
 * conflicts and 32 parties each.
 */
/** Finds what several parties want at once. */
final class ContentionDetector implements Detector {

  private static final int MAX_RESOURCES = 128;
  private static final int LINE = 5;
  private static final long LOOK = 5_000;
  private static final long SELDOM = 60_000;

  private final ContentionSettings settings;
  private final Scene scene;
  private @Nullable Map<String, SharedResource> resources;
  private @Nullable Set<Long> parallel;
  private long askAt = NEVER;
  private long askEvery = LOOK;

  private ContentionDetector(ContentionSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(ContentionSettings settings) {
    return Factory.startingWith(
        Set.of(
            WorkflowStarted.class,
            ArtifactWritten.class,
            ResourceAccessed.class,
            TaskBlocked.class,
            ToolStarted.class,
            JvmObserved.class),
        scene -> new ContentionDetector(settings, scene));
  }

  @Override
  public void on(WorkflowStarted started) {
    if (started.shape().kind() == Shape.Kind.PARALLEL) {
      parallel = parallel == null ? new HashSet<>(4) : parallel;
      if (parallel.size() < MAX_RESOURCES) {
        parallel.add(started.operation());
      }
    }
  }

  @Override
  public void on(ResourceAccessed access) {
    SharedResource resource = resource(access.resource());
    if (resource == null) {
      return;
    }
    switch (access.access()) {
      case READ -> resource.knows(access.party(), access.version(), access.at());
      case WRITE -> {
        Known known = resource.knownBy(access.party());
        String before = resource.writer();
        if (before != null
            && !before.equals(access.party())
            && known != null
            && known.at() < resource.writtenAt()) {
          resource.conflict(Conflict.LOST_UPDATE, access.at(), before, access.party());
        }
        resource.wrote(access.party(), access.version(), 0, access.at());
        judge(access.resource(), resource, access.at());
      }
      case LOCK -> {}
    }
  }

  @Override
  public void on(ArtifactWritten written) {
    SharedResource resource = written.agent() == null ? null : resource(written.key());
    if (resource == null || written.agent() == null) {
      return;
    }
    String before = resource.writer();
    if (before != null
        && !before.equals(written.agent())
        && !written.hash().equals(resource.version())) {
      Known own = resource.knownBy(written.agent());
      boolean restored = own != null && written.hash().equals(own.version());
      boolean atOnce =
          parallel != null
              && parallel.contains(written.parent())
              && written.parent() == resource.parent();
      if (restored || atOnce) {
        resource.conflict(Conflict.OVERWRITTEN, written.at(), before, written.agent());
      }
    }
    resource.wrote(written.agent(), written.hash(), written.parent(), written.at());
    judge(written.key(), resource, written.at());
  }

  @Override
  public void on(TaskBlocked blocked) {
    if (blocked.reason() != TaskBlocked.Reason.RESOURCE || blocked.on() == null) {
      return;
    }
    SharedResource resource = resource(blocked.on());
    if (resource != null) {
      resource.waits(blocked.task(), new Wait(blocked.at(), blocked.holder(), false));
      scene.alarm().at(blocked.at() + settings.longest().toMillis());
    }
  }

  @Override
  public void on(TaskStarted started) {
    goesOn(started.task(), started.at());
  }

  @Override
  public void on(TaskEnded ended) {
    goesOn(ended.task(), ended.at());
  }

  private void goesOn(String task, long at) {
    if (resources != null) {
      resources.forEach((name, resource) -> waited(name, resource, task, at));
    }
  }

  private void waited(String name, SharedResource resource, String waiter, long at) {
    boolean conflict = isConflict(resource);
    Wait wait = resource.waitsNoMore(waiter);
    if (wait != null && conflict && at - wait.since() >= settings.shortest().toMillis()) {
      resource.conflict(Conflict.WAIT, at, partyOf(waiter), wait.holder());
      judge(name, resource, at);
    }
  }

  private static boolean isConflict(SharedResource resource) {
    return resource.waits().size() < LINE
        || resource.waits().values().stream().anyMatch(wait -> wait.holder() != null);
  }

  private String partyOf(String waiter) {
    Task task = scene.run().tasks().get(waiter);
    return task == null || task.agent() == null ? waiter : task.agent();
  }

  @Override
  public void on(ToolStarted started) {
    if (askAt == NEVER && scene.run().calls().open().size() > 1) {
      askEvery = LOOK;
      askAt = started.at() + settings.shortest().toMillis();
      scene.alarm().at(askAt);
    }
  }

  /** Asks for a look at the JVM while calls of several agents take long. */
  private long askForALook(long now) {
    if (now < askAt) {
      return askAt;
    }
    long since = now - settings.shortest().toMillis();
    Set<String> slow = new HashSet<>();
    for (Calls.Call call : scene.run().calls().open()) {
      if (call.agent() != null && call.since() <= since && slow.size() < LINE) {
        slow.add(call.agent());
      }
    }
    if (slow.size() < 2 && !isLockAwaited()) {
      askAt = NEVER;
      return NEVER;
    }
    scene.findings().suspect("several wait", now);
    askAt = now + askEvery;
    askEvery = Math.min(SELDOM, 2 * askEvery);
    return askAt;
  }

  // Whether a wait has ended shows in the look after it.
  private boolean isLockAwaited() {
    return resources != null
        && resources.values().stream()
            .anyMatch(resource -> resource.waits().values().stream().anyMatch(Wait::jvm));
  }

  @Override
  public void on(JvmObserved seen) {
    Set<String> shown = new HashSet<>();
    for (JvmObserved.LockWait lock : seen.locks()) {
      // Waiting for a latch or a future is how threads work together.
      SharedResource resource = lock.holder() == null ? null : resource(lock.lock());
      if (resource != null) {
        resource.waits(lock.waiter(), new Wait(seen.at(), lock.holder(), true));
        askEvery = LOOK;
        shown.add(lock.lock() + " " + lock.waiter());
        scene.alarm().at(seen.at() + settings.longest().toMillis());
      }
    }
    if (resources == null) {
      return;
    }
    resources.forEach(
        (name, resource) -> {
          for (String waiter : List.copyOf(resource.waits().keySet())) {
            Wait wait = resource.waits().get(waiter);
            if (wait != null && wait.jvm() && !shown.contains(name + " " + waiter)) {
              waited(name, resource, waiter, seen.at());
            }
          }
        });
  }

  @Override
  public long onTime(long now) {
    long next = askAt == NEVER ? NEVER : askForALook(now);
    if (resources == null) {
      return next;
    }
    for (Map.Entry<String, SharedResource> entry : resources.entrySet()) {
      SharedResource resource = entry.getValue();
      judge(entry.getKey(), resource, now);
      if (resource.contention != null) {
        long over = resource.lastAt() + settings.quiet().toMillis();
        next = Math.min(next, end(resource, over, now));
      } else if (!resource.waits().isEmpty()) {
        // A line is no conflict, however long it waits; it may become one when it is shorter.
        long due = resource.waitingSince() + settings.longest().toMillis();
        next = Math.min(next, now < due ? due : now + settings.longest().toMillis());
      }
    }
    return next;
  }

  private long end(SharedResource resource, long over, long now) {
    if (!resource.waits().isEmpty()) {
      return now + settings.quiet().toMillis();
    }
    if (now < over) {
      return over;
    }
    if (resource.contention != null) {
      resource.contention.resolve(now);
      resource.contention = null;
    }
    resource.calm();
    return NEVER;
  }

  private @Nullable SharedResource resource(String name) {
    resources = resources == null ? new HashMap<>(4) : resources;
    SharedResource known = resources.get(name);
    if (known == null && resources.size() < MAX_RESOURCES) {
      known = new SharedResource();
      resources.put(name, known);
    }
    return known;
  }

  private void judge(String name, SharedResource resource, long at) {
    resource.forgetBefore(at - settings.window().toMillis());
    boolean lasting =
        isConflict(resource) && resource.waitingSince() <= at - settings.longest().toMillis();
    boolean often =
        resource.count(Conflict.WAIT) >= settings.waits()
            || resource.count(Conflict.OVERWRITTEN) >= settings.overwritten()
            || resource.count(Conflict.LOST_UPDATE) > 0;
    if (resource.contention == null && (lasting || often)) {
      resource.waits().forEach((who, wait) -> resource.involve(partyOf(who), wait.holder()));
      resource.contention = scene.findings().open(draft(name, resource, at), at);
      scene.alarm().at(at + settings.quiet().toMillis());
    } else if (resource.contention != null && resource.lastAt() == at) {
      String said = evidence(name, resource, at);
      resource.contention.update(
          draft -> draft.withEvidence(said).withSeverity(Severity.CRITICAL), at);
    }
  }

  private String evidence(String name, SharedResource resource, long at) {
    List<String> said = new ArrayList<>();
    add(
        said,
        resource.count(Conflict.LOST_UPDATE),
        "write rested on an outdated read",
        "writes rested on outdated reads");
    add(
        said,
        resource.count(Conflict.OVERWRITTEN),
        "value was overwritten",
        "values were overwritten");
    add(said, resource.count(Conflict.WAIT), "wait for it", "waits for it");
    if (!resource.waits().isEmpty()) {
      said.add(
          "%d wait now, the first for %s"
              .formatted(resource.waits().size(), Words.duration(at - resource.waitingSince())));
    }
    return "%s share %s: %s in %s"
        .formatted(
            String.join(" and ", resource.parties()),
            name,
            String.join(", ", said),
            Words.duration(at - onset(resource)));
  }

  private static void add(List<String> said, long count, String one, String several) {
    if (count > 0) {
      said.add(count + " " + (count == 1 ? one : several));
    }
  }

  private static long onset(SharedResource resource) {
    return Math.min(resource.firstAt(), resource.waitingSince());
  }

  private Draft draft(String name, SharedResource resource, long at) {
    Causes causes = new Causes().add("resource", name, 0.8);
    resource.waits().values().forEach(wait -> causes.add("agent", wait.holder(), 0.5));
    resource.parties().forEach(party -> causes.add("agent", party, 0.3));
    Set<String> involved = new LinkedHashSet<>(resource.parties());
    involved.add(name);
    boolean lost = resource.count(Conflict.LOST_UPDATE) + resource.count(Conflict.OVERWRITTEN) > 0;
    return new Draft(
        FindingType.CONTENTION,
        Severity.WARNING,
        null,
        name,
        involved,
        causes.ranked(),
        evidence(name, resource, at),
        lost
            ? "Check what was overwritten in %s; let one party write at a time or compare versions."
                .formatted(name)
            : "Hold %s for a shorter time, or give each its own.".formatted(name),
        onset(resource));
  }
}
