package dev.pitwall.engine.detector;

import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.run.Calls.Call;
import dev.pitwall.engine.run.Handoffs.Handoff;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.AgentStarted;
import org.jspecify.annotations.Nullable;

/**
 * What a run that makes no progress has to say for itself.
 *
 * @param until how long that holds, epoch milliseconds
 * @param call the call that is under way, if it is one
 * @param handoff the work that is elsewhere, if it is that
 * @param agent the agent concerned, if any
 * @param since since when, epoch milliseconds
 */
record Excuse(
    long until,
    @Nullable Call call,
    @Nullable Handoff handoff,
    @Nullable String agent,
    long since) {

  @Nullable String edge() {
    return handoff == null
        ? null
        : Recorder.edge(handoff.offer().source(), handoff.offer().target());
  }

  private Excuse orLater(Excuse other) {
    return other.until > until ? other : this;
  }

  /** Finds the best excuse there is. */
  static final class Finder {

    private final Scene scene;
    private final StallSettings settings;
    private final Patience patience;

    Finder(StallSettings settings, Scene scene) {
      this.scene = scene;
      this.settings = settings;
      this.patience = new Patience(settings, scene.history());
    }

    Patience patience() {
      return patience;
    }

    /** The excuse that holds longest of a run without progress since the given moment. */
    Excuse best(long idleSince) {
      RunState run = scene.run();
      Excuse work = underWay(run, idleSince);
      if (work.until == 0) {
        boolean begun = run.usefulAt() > run.startedAt();
        long until = silentFor(patience.withSilence(begun), idleSince);
        return new Excuse(until, null, null, null, idleSince);
      }
      // Between two calls of an agent there is a moment in which nothing else speaks for it.
      long until = Math.max(work.until, silentFor(settings.floor().toMillis(), idleSince));
      return new Excuse(until, work.call, work.handoff, work.agent, work.since);
    }

    private long silentFor(long patient, long idleSince) {
      long silent = Math.max(idleSince, scene.run().lastSignalAt()) + patient;
      return Math.min(silent, idleSince + busy());
    }

    private Excuse underWay(RunState run, long idleSince) {
      Excuse best = new Excuse(0, null, null, null, idleSince);
      for (Call call : run.calls().open()) {
        long until = limited(call.since(), patience.with(call), idleSince);
        best = best.orLater(new Excuse(until, call, null, call.agent(), call.since()));
      }
      for (Handoff handoff : run.handoffs().open()) {
        if (isElsewhere(run, handoff)) {
          long since = handoff.isAccepted() ? handoff.acceptedAt() : handoff.offer().at();
          long until = Math.max(since, idleSince) + patience.with(handoff);
          best = best.orLater(new Excuse(until, null, handoff, null, since));
        }
      }
      for (AgentStarted agent : run.agents().innermost()) {
        if (isAtWorkItself(run, agent)) {
          long until = limited(agent.at(), patience.withAgent(agent.agent()), idleSince);
          best = best.orLater(new Excuse(until, null, null, agent.agent(), agent.at()));
        }
      }
      return best.until == 0 ? tasks(run, idleSince, best) : best;
    }

    // Only where nothing else is seen of the work: a call's own excuse is the better one.
    private Excuse tasks(RunState run, long idleSince, Excuse none) {
      Excuse best = none;
      for (Task task : run.tasks().all()) {
        if (task.isOpen() && task.isStarted() && task.blocked() == null) {
          long until =
              Math.max(
                  task.created().deadline(),
                  limited(task.startedAt(), patience.with(task), idleSince));
          best = best.orLater(new Excuse(until, null, null, task.agent(), task.startedAt()));
        }
      }
      return best;
    }

    // Progress renews an excuse: a long call that reports it is no hung one.
    private long limited(long since, long patient, long idleSince) {
      return Math.min(Math.max(since, idleSince) + patient, idleSince + Math.max(busy(), patient));
    }

    private long busy() {
      return settings.busy().toMillis();
    }

    private static boolean isElsewhere(RunState run, Handoff handoff) {
      return handoff.offer().replyPath() && run.agents().active(handoff.offer().target()) == 0;
    }

    private static boolean isAtWorkItself(RunState run, AgentStarted agent) {
      return run.calls().open().stream().noneMatch(call -> agent.agent().equals(call.agent()))
          && run.handoffs().open().stream()
              .noneMatch(handoff -> agent.agent().equals(handoff.offer().source()));
    }
  }
}
