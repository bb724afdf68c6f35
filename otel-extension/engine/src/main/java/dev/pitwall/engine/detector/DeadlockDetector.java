package dev.pitwall.engine.detector;

import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.detector.WaitGraph.Edge;
import dev.pitwall.engine.detector.WaitGraph.Party;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/*
 * A deadlock is a closed circle in the graph of who waits for whom (WaitGraph has the edges and the search), because every
 * wait in it needs all of what it waits for, and a circle of such waits never ends by itself (Coffman, Elphick, Shoshani,
 * "System deadlocks", 1971). It is looked for only when an edge is new: a task that is blocked or needs others, an offer, a
 * lock that the JVM shows. What is seen in several places is never seen at one moment, so a circle may be an illusion of late
 * news (a phantom deadlock); it must therefore hold for `persistence` and still be there. Locks and monitors of the JVM show
 * only when somebody looks: a run of which at least two agents are at work and nothing is heard for `persistence` asks for a
 * look, then less and less often.
 *
 * Needs tasks with dependencies or holders, handoffs, or the JVM's locks; agents that approve others' work are known by a
 * handoff to them or by a task that is blocked on them. With standard spans only, the JVM's locks are what is left. Agents
 * are known by name: a circle among invocations of one agent is not seen. Onset is the edge that closed the circle; for a
 * lock that is the last that was heard of its waiter.
 */
/** Finds agents and tasks that wait for one another in a circle. */
final class DeadlockDetector implements Detector {

  private static final int CAPACITY = 16;
  private static final long AGAIN = 10_000;
  private static final long SELDOM = 300_000;

  private final DeadlockSettings settings;
  private final Scene scene;
  private final WaitGraph graph;
  private @Nullable List<Cycle> cycles;
  private boolean watching;
  private long quietFor;
  private long askAt;

  private static final class Cycle {
    private final List<Edge> edges;
    private final Set<Party> parties;
    private final long seenAt;
    private @Nullable OpenFinding deadlock;

    Cycle(List<Edge> edges, long seenAt) {
      this.edges = edges;
      this.parties = edges.stream().map(Edge::from).collect(Collectors.toSet());
      this.seenAt = seenAt;
    }

    boolean needsTheJvm() {
      return edges.stream().anyMatch(edge -> !edge.from().task() && edge.resource() != null);
    }
  }

  private DeadlockDetector(DeadlockSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
    this.graph = new WaitGraph(scene.run());
    this.quietFor = settings.persistence().toMillis();
  }

  static Factory factory(DeadlockSettings settings) {
    return Factory.startingWith(
        Set.of(
            AgentStarted.class,
            TaskCreated.class,
            TaskBlocked.class,
            HandoffOffered.class,
            JvmObserved.class),
        scene -> new DeadlockDetector(settings, scene));
  }

  @Override
  public void on(AgentStarted started) {
    if (!watching && scene.run().agents().open().size() > 1) {
      watching = true;
      scene.alarm().at(started.at() + quietFor);
    }
  }

  @Override
  public void on(TaskCreated created) {
    if (!created.dependencies().isEmpty()) {
      look(new Party(true, created.task()), created.at());
    }
  }

  @Override
  public void on(TaskBlocked blocked) {
    look(new Party(true, blocked.task()), blocked.at());
    Task task = scene.run().tasks().get(blocked.task());
    if (task != null && task.agent() != null) {
      look(new Party(false, task.agent()), blocked.at());
    }
  }

  @Override
  public void on(TaskStarted started) {
    recheck(started.at());
  }

  @Override
  public void on(TaskEnded ended) {
    recheck(ended.at());
  }

  @Override
  public void on(HandoffOffered offered) {
    look(new Party(false, offered.source()), offered.at());
  }

  @Override
  public void on(HandoffAccepted accepted) {
    recheck(accepted.at());
  }

  @Override
  public void on(HandoffRejected rejected) {
    recheck(rejected.at());
  }

  @Override
  public void on(HandoffEnded ended) {
    recheck(ended.at());
  }

  @Override
  public void on(JvmObserved seen) {
    Set<String> waiters = new LinkedHashSet<>();
    seen.locks().stream().limit(CAPACITY).forEach(wait -> waiters.add(wait.waiter()));
    waiters.forEach(waiter -> look(new Party(false, waiter), seen.at()));
    recheck(seen.at());
  }

  private void look(Party party, long at) {
    List<Edge> cycle = graph.cycle(party, at);
    if (cycle.isEmpty()) {
      return;
    }
    Cycle found = new Cycle(cycle, at);
    cycles = cycles == null ? new ArrayList<>(2) : cycles;
    if (cycles.size() < CAPACITY
        && cycles.stream().noneMatch(known -> known.parties.equals(found.parties))) {
      cycles.add(found);
      scene.alarm().at(at + settings.persistence().toMillis());
    }
  }

  private void recheck(long at) {
    if (cycles == null) {
      return;
    }
    for (Iterator<Cycle> all = cycles.iterator(); all.hasNext(); ) {
      Cycle cycle = all.next();
      if (!cycle.edges.stream().allMatch(edge -> graph.holds(edge, at))) {
        all.remove();
        if (cycle.deadlock != null) {
          cycle.deadlock.resolve(at);
        }
      }
    }
  }

  @Override
  public long onTime(long now) {
    recheck(now);
    long next = watching ? askForALook(now) : NEVER;
    if (cycles != null) {
      for (Cycle cycle : cycles) {
        long due = cycle.seenAt + settings.persistence().toMillis();
        if (cycle.deadlock == null && now >= due) {
          cycle.deadlock = scene.findings().open(draft(cycle, now), now);
        }
        if (cycle.needsTheJvm() && now >= askAt) {
          askAt = now + settings.persistence().toMillis();
          scene.findings().suspect("threads wait for each other", now);
        }
        next = Math.min(next, cycle.deadlock == null ? due : now + AGAIN);
      }
    }
    return next;
  }

  private long askForALook(long now) {
    if (scene.run().agents().open().size() < 2) {
      watching = false;
      return NEVER;
    }
    long quiet = settings.persistence().toMillis();
    long quietAt = scene.run().lastSignalAt() + quiet;
    if (now < quietAt) {
      quietFor = quiet;
      return quietAt;
    }
    if (now >= askAt) {
      scene.findings().suspect("silence", now);
      quietFor = Math.min(SELDOM, 2 * quietFor);
      askAt = now + quietFor;
    }
    return askAt;
  }

  private static Draft draft(Cycle cycle, long now) {
    Edge last = cycle.edges.stream().reduce((a, b) -> b.since() > a.since() ? b : a).orElseThrow();
    String circle =
        cycle.edges.stream().map(edge -> edge.from().name()).collect(Collectors.joining(" → "))
            + " → "
            + cycle.edges.get(0).from().name();
    String each =
        cycle.edges.stream()
            .map(
                edge ->
                    "%s for %s (%s)".formatted(edge.from().name(), edge.to().name(), edge.how()))
            .collect(Collectors.joining(", "));
    Causes causes = new Causes();
    Set<String> involved = new LinkedHashSet<>();
    for (Edge edge : cycle.edges) {
      involved.add(edge.from().name());
      if (edge.resource() != null) {
        involved.add(edge.resource());
        causes.add("resource", edge.resource(), edge.equals(last) ? 0.8 : 0.7);
      }
      if (!edge.from().task()) {
        causes.add("agent", edge.from().name(), 0.3);
      }
    }
    causes.add("edge", last.from().name() + " → " + last.to().name(), 0.6);
    return new Draft(
        FindingType.DEADLOCK,
        Severity.CRITICAL,
        last.from().task() ? null : last.from().name(),
        circle,
        involved,
        causes.ranked(),
        "%s wait for one another in a circle for %s: %s"
            .formatted(circle, Words.duration(now - last.since()), each),
        "Cancel or release what %s waits for, then let all take what they need in the same order."
            .formatted(last.from().name()),
        last.since());
  }
}
