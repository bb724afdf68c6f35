package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.run.Calls;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.run.Waiting;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.ToolStarted;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A bottleneck is a server whose queue explains the delay. Who waits for whom is counted every ten seconds while anything
 * could queue at all:
 *   - for an agent: offers that it has not taken up, tasks that are blocked on it, tasks of its own that could begin;
 *   - for a resource: tasks that are blocked on it;
 *   - for a tool: calls under way for more than twice the median of their tool's history. How many calls are under way says
 *     nothing: a tool that serves many at once has no queue.
 * By Little's law (Little, "A proof for the queuing formula L = λW", 1961) a queue of L that is served at rate λ waits L / λ;
 * the wait is seen here directly, as the age of the oldest, so many workers of one kind that empty a queue quickly are none.
 * The queue must be `queue` long at each of the last twelve looks (two minutes), its first must have waited for `delay`, and it
 * must grow, the second half of the looks by a fifth over the first, or to twice what it was when it became long; or it must have been that long for `lasting` and not
 * drain. Tasks that could begin count only where the queue grows: a plan of a hundred tasks for one agent is no trouble.
 *
 * Needs handoffs, tasks, or five calls of a tool to compare; with standard spans that is the tools. It sees one run: queues
 * that several runs make together are for the fleet's rules. Onset is the moment since which the first of the queue has waited. It
 * ends when the queue has come down to half. Counting costs one pass over what is open, and nothing while that is short.
 */
/** Finds the one for which the others queue. */
final class BottleneckDetector implements Detector {

  private static final long EVERY = 10_000;
  private static final int MAX_LINES = 64;
  private static final int ENOUGH = 5;

  private final BottleneckSettings settings;
  private final Scene scene;
  private boolean looking;
  private long lookAt;
  private @Nullable Map<Server, WaitingLine> lines;

  private record Server(String kind, String name) {}

  private static final class Queue {
    private int waiting;
    private int ready;
    private long oldest = Long.MAX_VALUE;

    int length() {
      return waiting + ready;
    }
  }

  private BottleneckDetector(BottleneckSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(BottleneckSettings settings) {
    return Factory.startingWith(
        Set.of(HandoffOffered.class, TaskCreated.class, TaskBlocked.class, ToolStarted.class),
        scene -> new BottleneckDetector(settings, scene));
  }

  @Override
  public void on(HandoffOffered offered) {
    lookSoon(offered.at());
  }

  @Override
  public void on(TaskCreated created) {
    lookSoon(created.at());
  }

  @Override
  public void on(TaskBlocked blocked) {
    lookSoon(blocked.at());
  }

  @Override
  public void on(ToolStarted call) {
    lookSoon(call.at());
  }

  private void lookSoon(long at) {
    if (!looking && mayQueue()) {
      looking = true;
      lookAt = at + EVERY;
      scene.alarm().at(lookAt);
    }
  }

  private boolean mayQueue() {
    RunState run = scene.run();
    return run.handoffs().open().size() >= settings.queue()
        || run.tasks().size() - run.tasks().ended() >= settings.queue()
        || run.calls().open().size() >= settings.queue();
  }

  @Override
  public long onTime(long now) {
    if (!looking) {
      return NEVER;
    }
    // The clock may have gone back.
    if (now < lookAt && lookAt - now <= EVERY) {
      return lookAt;
    }
    Waiting waiting = scene.run().waiting();
    if (waiting != Waiting.HUMAN && waiting != Waiting.PAUSED) {
      look(now);
    }
    looking = mayQueue() || (lines != null && !lines.isEmpty());
    lookAt = now + EVERY;
    return looking ? lookAt : NEVER;
  }

  private void look(long now) {
    Map<Server, Queue> queues = new HashMap<>();
    count(queues, now);
    lines = lines == null ? new HashMap<>(4) : lines;
    for (Map.Entry<Server, Queue> queue : queues.entrySet()) {
      if (queue.getValue().length() > 1 && lines.size() < MAX_LINES) {
        lines.computeIfAbsent(queue.getKey(), server -> new WaitingLine(queue.getValue().oldest));
      }
    }
    for (Iterator<Map.Entry<Server, WaitingLine>> all = lines.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Server, WaitingLine> line = all.next();
      Queue queue = queues.getOrDefault(line.getKey(), new Queue());
      line.getValue().add(queue.length(), settings.queue(), now);
      judge(line.getKey(), line.getValue(), queue, now);
      if (queue.length() <= 1 && line.getValue().bottleneck == null) {
        all.remove();
      }
    }
  }

  private void judge(Server server, WaitingLine line, Queue queue, long now) {
    if (line.bottleneck != null) {
      if (queue.length() <= settings.queue() / 2) {
        line.bottleneck.resolve(now);
        line.bottleneck = null;
      } else if (queue.length() >= 2 * line.worstReported) {
        line.worstReported = queue.length();
        String said = evidence(server, line, queue, now);
        line.bottleneck.update(
            draft -> draft.withEvidence(said).withSeverity(Severity.CRITICAL), now);
      }
      return;
    }
    boolean delayed = queue.oldest <= now - settings.delay().toMillis();
    boolean grows = line.isLong(settings.queue()) && line.isGrowing();
    boolean lasts =
        queue.waiting >= settings.queue()
            && line.longFor(now) >= settings.lasting().toMillis()
            && !line.isDraining();
    if (delayed && (grows || lasts)) {
      line.worstReported = queue.length();
      line.bottleneck = scene.findings().open(draft(server, line, queue, now), now);
    }
  }

  private void count(Map<Server, Queue> queues, long now) {
    RunState run = scene.run();
    for (Handoff handoff : run.handoffs().open()) {
      HandoffOffered offer = handoff.offer();
      if (!handoff.isAccepted() && offer.recipient() == Recipient.AGENT) {
        waits(queues, "agent", offer.target(), offer.at());
      }
    }
    for (Task task : run.tasks().all()) {
      if (task.isOpen()) {
        count(queues, task);
      }
    }
    for (Calls.Call call : run.calls().open()) {
      if (call.kind() == Calls.Kind.TOOL) {
        double usual = scene.history().usual(Measure.TOOL_DURATION, call.subject(), 0.5, ENOUGH);
        if (now - call.since() > 2 * usual) {
          waits(queues, "tool", call.subject(), call.since());
        }
      }
    }
  }

  private void count(Map<Server, Queue> queues, Task task) {
    TaskBlocked blocked = task.blocked();
    if (blocked != null) {
      switch (blocked.reason()) {
        case RESOURCE -> waits(queues, "resource", blocked.on(), blocked.at());
        case AGENT, DEPENDENCY -> waits(queues, "agent", blocked.holder(), blocked.at());
        case HUMAN, REMOTE, RATE_LIMIT, EXTERNAL, TIMER -> {}
      }
    } else if (!task.isStarted() && task.agent() != null) {
      long readyAt = readyAt(task);
      if (readyAt != 0) {
        Queue queue = queues.computeIfAbsent(new Server("agent", task.agent()), s -> new Queue());
        queue.ready++;
        queue.oldest = Math.min(queue.oldest, readyAt);
      }
    }
  }

  private long readyAt(Task task) {
    long at = task.created().at();
    for (String id : task.created().dependencies()) {
      Task needed = scene.run().tasks().get(id);
      if (needed == null || needed.isOpen()) {
        return 0;
      }
      at = Math.max(at, needed.endedAt());
    }
    return at;
  }

  private static void waits(
      Map<Server, Queue> queues, String kind, @Nullable String name, long since) {
    if (name != null) {
      Queue queue = queues.computeIfAbsent(new Server(kind, name), server -> new Queue());
      queue.waiting++;
      queue.oldest = Math.min(queue.oldest, since);
    }
  }

  private static String evidence(Server server, WaitingLine line, Queue queue, long now) {
    return "%d wait for %s, the first for %s; %d did %s ago"
        .formatted(
            queue.length(),
            server.name(),
            Words.duration(now - queue.oldest),
            line.before(),
            Words.duration((WaitingLine.SAMPLES - 1) * EVERY));
  }

  private Draft draft(Server server, WaitingLine line, Queue queue, long now) {
    Causes causes = new Causes().add(server.kind(), server.name(), 0.8);
    for (Calls.Call call : scene.run().calls().open()) {
      if (server.name().equals(call.agent())) {
        causes.add(call.kind() == Calls.Kind.MODEL ? "model" : "tool", call.subject(), 0.4);
      }
    }
    return new Draft(
        FindingType.BOTTLENECK,
        Severity.WARNING,
        server.kind().equals("agent") ? server.name() : null,
        server.name(),
        Set.of(server.name()),
        causes.ranked(),
        evidence(server, line, queue, now),
        "Add capacity for %s, or give it less at once.".formatted(server.name()),
        line.beganAt());
  }
}
