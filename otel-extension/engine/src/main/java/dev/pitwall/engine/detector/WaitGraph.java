package dev.pitwall.engine.detector;

import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.TaskBlocked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Who waits for whom in a run. The graph is not kept: its edges are read from the run's state when they are asked for, so they
 * can neither be stale nor leak.
 *   - A task waits for its open dependencies until it starts, and for whoever holds what it is blocked on, unless the wait
 *     ends by itself at a known moment. Waiting for people, timers, providers and the outside world is no edge.
 *   - An agent waits for the agents to which it has given work that it needs back, for what its tasks are blocked on, and for
 *     the holder of a lock that its thread wants. It waits only if nothing else of it goes on: fewer waits than invocations or tool
 *     calls, a model call, or work that it took up after its last wait show that it can still act. So an agent that is called
 *     again from below is not in a circle with itself.
 * A circle is looked for by depth-first search from the party whose edge is new, because any new circle goes through it
 * (incremental cycle detection; Tarjan, "Depth-first search and linear graph algorithms", 1972). Each party is expanded once,
 * MAX_VISITED at most.
 */
/** The wait-for graph of one run. */
final class WaitGraph {

  private static final int MAX_VISITED = 256;
  // A look at the JVM says nothing of the locks of five minutes later.
  private static final long FRESH = 300_000;

  private final RunState run;

  WaitGraph(RunState run) {
    this.run = run;
  }

  /** Somebody who can wait. */
  record Party(boolean task, String name) {}

  /** One waits for another, since when and for what. */
  record Edge(Party from, Party to, String how, @Nullable String resource, long since) {}

  /** A circle through this party, or nothing. */
  List<Edge> cycle(Party start, long now) {
    Deque<Edge> path = new ArrayDeque<>();
    return search(start, start, now, new HashSet<>(), path) ? List.copyOf(path) : List.of();
  }

  private boolean search(Party at, Party goal, long now, Set<Party> visited, Deque<Edge> path) {
    if (visited.size() >= MAX_VISITED || !visited.add(at)) {
      return false;
    }
    for (Edge edge : from(at, now)) {
      path.addLast(edge);
      if (edge.to().equals(goal) || search(edge.to(), goal, now, visited, path)) {
        return true;
      }
      path.removeLast();
    }
    return false;
  }

  /** Whether one still waits for the other. */
  boolean holds(Edge edge, long now) {
    return from(edge.from(), now).stream().anyMatch(other -> other.to().equals(edge.to()));
  }

  /** The party of that name: a task if there is one, else an agent. */
  Party party(String name) {
    return new Party(run.tasks().get(name) != null, name);
  }

  List<Edge> from(Party party, long now) {
    return party.task() ? fromTask(party, now) : fromAgent(party, now);
  }

  private List<Edge> fromTask(Party party, long now) {
    Task task = run.tasks().get(party.name());
    List<Edge> edges = new ArrayList<>(2);
    if (task == null || !task.isOpen()) {
      return edges;
    }
    TaskBlocked blocked = task.blocked();
    if (blocked != null) {
      String on = heldBy(blocked, now);
      if (on != null) {
        add(edges, party, party(on), blocked);
      }
    } else if (!task.isStarted()) {
      for (String dependency : task.created().dependencies()) {
        if (isOpen(dependency)) {
          Party needed = new Party(true, dependency);
          edges.add(new Edge(party, needed, "dependency", null, task.created().at()));
        }
      }
    }
    return edges;
  }

  private void add(List<Edge> edges, Party from, Party to, TaskBlocked blocked) {
    if (!to.equals(from) && (!to.task() || isOpen(to.name()))) {
      String resource = blocked.reason() == TaskBlocked.Reason.RESOURCE ? blocked.on() : null;
      String how = resource == null ? "blocked" : resource;
      edges.add(new Edge(from, to, how, resource, blocked.at()));
    }
  }

  private static @Nullable String heldBy(TaskBlocked blocked, long now) {
    if (blocked.until() > now) {
      return null;
    }
    return switch (blocked.reason()) {
      case RESOURCE -> blocked.holder();
      case DEPENDENCY, AGENT, REMOTE -> blocked.holder() == null ? blocked.on() : blocked.holder();
      case HUMAN, RATE_LIMIT, EXTERNAL, TIMER -> null;
    };
  }

  private boolean isOpen(String id) {
    Task task = run.tasks().get(id);
    return task != null && task.isOpen();
  }

  private List<Edge> fromAgent(Party party, long now) {
    List<Edge> edges = new ArrayList<>(2);
    String agent = party.name();
    int free = 0;
    for (Handoff handoff : run.handoffs().open()) {
      HandoffOffered offer = handoff.offer();
      if (offer.source().equals(agent) && isAwaited(offer)) {
        long since = Math.max(offer.at(), handoff.acceptedAt());
        edges.add(new Edge(party, new Party(false, offer.target()), "handoff", null, since));
      }
    }
    addLocks(edges, party, now);
    int waits = edges.size();
    for (Task task : run.tasks().all()) {
      if (task.isOpen() && task.isStarted() && agent.equals(task.agent())) {
        if (task.blocked() == null) {
          free++;
        } else {
          Party own = new Party(true, task.id());
          edges.add(new Edge(party, own, "its task", null, task.blocked().at()));
        }
      }
    }
    return free > waits || isActive(agent, edges) ? List.of() : edges;
  }

  private void addLocks(List<Edge> edges, Party party, long now) {
    JvmObserved jvm = run.jvm();
    if (jvm == null || now - jvm.at() > FRESH) {
      return;
    }
    long heard = run.agents().heardAt(party.name());
    long since = heard == 0 ? jvm.at() : Math.min(heard, jvm.at());
    for (JvmObserved.LockWait wait : jvm.locks()) {
      String holder = wait.holder();
      if (wait.waiter().equals(party.name()) && holder != null && !holder.equals(party.name())) {
        edges.add(new Edge(party, new Party(false, holder), wait.lock(), wait.lock(), since));
      }
    }
  }

  private boolean isActive(String agent, List<Edge> waits) {
    int tools = 0;
    for (Calls.Call call : run.calls().open()) {
      if (agent.equals(call.agent())) {
        if (call.kind() == Calls.Kind.MODEL) {
          return true;
        }
        tools++;
      }
    }
    // A lock is waited for now; only since when is not known.
    long lastWait =
        waits.stream()
            .mapToLong(edge -> edge.resource() == null ? edge.since() : Long.MAX_VALUE)
            .max()
            .orElse(0);
    return tools > waits.size()
        || run.agents().active(agent) > waits.size()
        || run.handoffs().open().stream()
            .anyMatch(
                handoff ->
                    handoff.offer().target().equals(agent) && handoff.acceptedAt() > lastWait);
  }

  private static boolean isAwaited(HandoffOffered offer) {
    return offer.replyPath()
        && offer.mode() == HandoffOffered.Mode.RETURN_TO_CALLER
        && offer.recipient() == Recipient.AGENT
        && !offer.source().equals(offer.target());
  }
}
