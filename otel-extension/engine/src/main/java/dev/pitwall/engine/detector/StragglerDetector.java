package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.Siblings.Open;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.run.Waiting;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Siblings are invocations of one agent under one parent, or tasks of one type, of which at least two were under way at once.
 * Each is measured from its own start, so one that starts late is not slow. When `siblings` of them have ended, and the share
 * `ended` of all, so that the others wait at the join, one that still runs is a straggler beyond
 *     max(ratio × median, median + floor, median + 5 × 1.4826 × MAD, 2 × the upper quartile)
 * of the durations of those that succeeded, the latest 64 of them. Median and median absolute deviation do not move with up to
 * half of outliers, and the upper quartile speaks for few of very different length (Hampel, "The influence curve and its role in robust estimation", 1974); that stragglers are judged against
 * their siblings and only near the join is how MapReduce does it (Dean, Ghemawat, OSDI 2004). Where the history of at least
 * 20 of the kind knows longer ones (95 %), those are ordinary and the limit is raised to it.
 *
 * Other names are other kinds of work: members of a parallel workflow that are different agents are compared with nothing.
 * Work that waits for a person or a timer is not slow. Needs starts and ends of agents, which standard spans have, or of tasks
 * with types. Onset is the start plus the siblings' median. Groups are kept only of what is parallel, 64 at most.
 */
/** Finds the one of several parallel siblings for which all others wait. */
final class StragglerDetector implements Detector {

  private static final int MAX_GROUPS = 64;
  private static final int ENOUGH = 20;
  private static final double MOST = 0.95;
  private static final long AGAIN = 10_000;

  private final StragglerSettings settings;
  private final Scene scene;
  private @Nullable Map<Kind, Siblings<Object>> groups;

  private record Kind(long parent, String name) {}

  private StragglerDetector(StragglerSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(StragglerSettings settings) {
    return Factory.startingWith(
        Set.of(AgentStarted.class, TaskStarted.class),
        scene -> new StragglerDetector(settings, scene));
  }

  @Override
  public void on(AgentStarted started) {
    Kind kind = new Kind(started.parent(), started.agent());
    Siblings<Object> siblings = groups == null ? null : groups.get(kind);
    if (siblings == null && scene.run().agents().active(started.agent()) > 1) {
      siblings = group(kind);
      for (AgentStarted other : scene.run().agents().open()) {
        if (siblings != null && isOf(kind, other)) {
          siblings.started(other.operation(), other.agent(), other.at());
        }
      }
    } else if (siblings != null) {
      siblings.started(started.operation(), started.agent(), started.at());
      watch(kind, siblings, started.at());
    }
  }

  private static boolean isOf(Kind kind, AgentStarted other) {
    return other.parent() == kind.parent() && other.agent().equals(kind.name());
  }

  @Override
  public void on(AgentEnded ended) {
    ended(
        new Kind(ended.parent(), ended.agent()),
        ended.operation(),
        ended.error() == null,
        ended.at());
  }

  @Override
  public void on(TaskStarted started) {
    Task task = scene.run().tasks().get(started.task());
    Kind kind = kindOf(task);
    Siblings<Object> siblings = kind == null ? null : group(kind);
    if (kind != null && siblings != null && task != null) {
      siblings.started(started.task(), task.agent(), started.at());
      watch(kind, siblings, started.at());
    }
  }

  @Override
  public void on(TaskEnded ended) {
    Kind kind = kindOf(scene.run().tasks().get(ended.task()));
    if (kind != null) {
      boolean succeeded = ended.result() == TaskEnded.Result.COMPLETED;
      ended(kind, ended.task(), succeeded, ended.at());
    }
  }

  private static @Nullable Kind kindOf(@Nullable Task task) {
    String type = task == null ? null : task.created().type();
    // Operations have numbers from 0 on.
    return type == null ? null : new Kind(-1, type);
  }

  private @Nullable Siblings<Object> group(Kind kind) {
    groups = groups == null ? new HashMap<>(4) : groups;
    Siblings<Object> known = groups.get(kind);
    if (known == null && groups.size() < MAX_GROUPS) {
      known = new Siblings<>();
      groups.put(kind, known);
    }
    return known;
  }

  private void ended(Kind kind, Object id, boolean succeeded, long at) {
    Siblings<Object> siblings = groups == null ? null : groups.get(kind);
    if (siblings == null || groups == null) {
      return;
    }
    Open one = siblings.ended(id, succeeded, at);
    if (one != null && one.straggler != null) {
      one.straggler.resolve(at);
    }
    if (siblings.open().isEmpty()) {
      groups.remove(kind);
    } else {
      watch(kind, siblings, at);
    }
  }

  private void watch(Kind kind, Siblings<Object> siblings, long at) {
    if (isJudged(siblings)) {
      long limit = limit(kind, siblings);
      siblings.open().values().forEach(open -> scene.alarm().at(Math.max(at, open.since + limit)));
    }
  }

  private boolean isJudged(Siblings<Object> siblings) {
    int all = siblings.ended() + siblings.open().size();
    return siblings.isParallel()
        && siblings.ended() >= settings.siblings()
        && siblings.ended() >= settings.ended() * all;
  }

  // Where others of the kind have not even begun, it is not this one that everybody waits for.
  private boolean isHeldUp(Kind kind, Siblings<Object> siblings) {
    if (kind.parent() >= 0) {
      return true;
    }
    long ahead =
        scene.run().tasks().all().stream()
            .filter(task -> task.isOpen() && !task.isStarted())
            .filter(task -> kind.name().equals(task.created().type()))
            .count();
    return siblings.ended()
        >= settings.ended() * (siblings.ended() + siblings.open().size() + ahead);
  }

  @Override
  public long onTime(long now) {
    long next = NEVER;
    if (groups == null) {
      return next;
    }
    for (Map.Entry<Kind, Siblings<Object>> group : groups.entrySet()) {
      if (isJudged(group.getValue()) && isHeldUp(group.getKey(), group.getValue())) {
        long limit = limit(group.getKey(), group.getValue());
        for (Map.Entry<Object, Open> one : group.getValue().open().entrySet()) {
          next = Math.min(next, judge(group.getKey(), group.getValue(), one, limit, now));
        }
      }
    }
    return next;
  }

  private long judge(
      Kind kind, Siblings<Object> siblings, Map.Entry<Object, Open> entry, long limit, long now) {
    Open one = entry.getValue();
    if (one.straggler != null) {
      return NEVER;
    }
    if (now < one.since + limit) {
      return one.since + limit;
    }
    if (isExcused(entry.getKey())) {
      return now + AGAIN;
    }
    one.straggler = scene.findings().open(draft(kind, siblings, entry, now), now);
    return NEVER;
  }

  private boolean isExcused(Object id) {
    if (id instanceof String task) {
      Task known = scene.run().tasks().get(task);
      TaskBlocked blocked = known == null ? null : known.blocked();
      return blocked != null
          && (blocked.reason() == TaskBlocked.Reason.HUMAN
              || blocked.reason() == TaskBlocked.Reason.TIMER);
    }
    Waiting waiting = scene.run().waiting();
    return waiting == Waiting.HUMAN || waiting == Waiting.PAUSED;
  }

  private long limit(Kind kind, Siblings<Object> siblings) {
    Measure measure = kind.parent() < 0 ? Measure.TASK_DURATION : Measure.AGENT_DURATION;
    double usual = scene.history().usual(measure, kind.name(), MOST, ENOUGH);
    long limit = siblings.limit(settings);
    return Double.isNaN(usual) ? limit : Math.max(limit, Math.round(usual));
  }

  private Draft draft(
      Kind kind, Siblings<Object> siblings, Map.Entry<Object, Open> entry, long now) {
    Open one = entry.getValue();
    String task = entry.getKey() instanceof String id ? id : null;
    String subject = task == null ? kind.name() : task;
    Set<String> involved = new LinkedHashSet<>();
    involved.add(subject);
    Causes causes = new Causes();
    // A call explains the delay if most of the delay was spent in it.
    for (Calls.Call call : scene.run().calls().open()) {
      if (one.agent != null && one.agent.equals(call.agent()) && call.since() >= one.since) {
        boolean explains = 2 * (now - call.since()) >= now - one.since - siblings.median();
        String what = call.kind() == Calls.Kind.MODEL ? "model" : "tool";
        causes.add(what, call.subject(), explains ? 0.7 : 0.3);
        involved.add(call.subject());
      }
    }
    Task known = task == null ? null : scene.run().tasks().get(task);
    if (known != null && known.blocked() != null) {
      causes.add("resource", known.blocked().on(), 0.8);
      causes.add("agent", known.blocked().holder(), 0.6);
    }
    if (one.agent != null) {
      involved.add(one.agent);
      causes.add("agent", one.agent, 0.5);
    }
    if (causes.isEmpty()) {
      causes.add("workflow", scene.run().workflow(), 0.3);
    }
    long median = siblings.median();
    return new Draft(
        FindingType.STRAGGLER,
        Severity.WARNING,
        one.agent,
        subject,
        involved,
        causes.ranked(),
        "%s has run for %s, %s as long as its siblings (median %s), %d of which have ended and wait"
            .formatted(
                task == null ? "One " + kind.name() : task + " (" + kind.name() + ")",
                Words.duration(now - one.since),
                Words.times((double) (now - one.since) / Math.max(1, median)),
                Words.duration(median),
                siblings.ended()),
        "See what it is at; go on without it, or start its work again elsewhere.",
        one.since + median);
  }
}
