package dev.pitwall.replay.follow;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.EmergencyStop;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.StopReady.Readiness;
import dev.pitwall.log.Entry;
import dev.pitwall.log.EntryReader;
import dev.pitwall.replay.record.Observation.Logged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes signals of entries of the workflow log. Findings in it are not read but made anew. */
final class LogSignals {

  // The steps of the topology, which the engine counts itself.
  private static final String MEMBERS = "member";

  private final Engine engine;
  private final Follower follower;
  private final Nodes nodes;
  private final FollowedRuns runs;
  private final Announced announced;
  private final EntryReader reader = new EntryReader();

  LogSignals(
      Engine engine, Follower follower, Nodes nodes, FollowedRuns runs, Announced announced) {
    this.engine = engine;
    this.follower = follower;
    this.nodes = nodes;
    this.runs = runs;
    this.announced = announced;
  }

  void accept(Logged logged) {
    Entry entry = logged.entry();
    if (entry.event().startsWith("pitwall.emergency_stop.")) {
      order(entry);
      return;
    }
    if (announced.isOfOpenWork(entry)) {
      return;
    }
    FollowedRun run = entry.run().isEmpty() ? null : runs.known(entry.run());
    Optional<Signal> signal = reader.read(entry, operation(logged, run));
    if (signal.isPresent() && !entry.run().isEmpty() && !isOurCount(signal.get())) {
      take(signal.get(), entry, logged.nanos());
    }
  }

  private void take(Signal signal, Entry entry, long nanos) {
    FollowedRun run = runs.ours(entry.run());
    if (signal instanceof RunStarted started) {
      if (run != null) {
        follower.start(run, started);
      }
    } else if (signal instanceof RunEnded ended) {
      if (run != null) {
        follower.ended(run, ended, nanos);
      }
    } else {
      if (run != null && (signal instanceof RunPlanned || signal instanceof RunAuthorized)) {
        run.planned = true;
      } else if (run != null) {
        run.workflow = run.workflow.isEmpty() ? entry.workflow() : run.workflow;
        follower.begun(run, null, signal.at());
      }
      // Also after the end of its run: a task may be recorded as ended then.
      follower.publish(signal);
    }
  }

  private long operation(Logged logged, @Nullable FollowedRun run) {
    Node within = run == null ? null : nodes.find(logged.trace(), logged.within());
    Node around = within == null || run == null ? null : nodes.around(within, run);
    return around == null ? 0 : around.operation;
  }

  private static boolean isOurCount(Signal signal) {
    return signal instanceof RunProgressed progressed
        && progressed.task() == null
        && MEMBERS.equals(progressed.unit());
  }

  private void order(Entry entry) {
    if (entry.event().equals(Events.EMERGENCY_STOP_ARMED.name())) {
      engine.ready(Readiness.ARMED, entry.at());
    } else if (entry.event().equals(Events.EMERGENCY_STOP_TESTED.name())) {
      engine.ready(Readiness.TESTED, entry.at());
    } else {
      EmergencyStop stop =
          new EmergencyStop(
              text(entry, GenAi.WORKFLOW.name()),
              text(entry, Pitwall.USER_ID.name()),
              text(entry, Pitwall.REASON.name()),
              entry.at());
      if (entry.event().equals(Events.EMERGENCY_STOP_ENGAGED.name())) {
        engine.engage(stop);
      } else {
        engine.clear(stop);
      }
    }
  }

  private static @Nullable String text(Entry entry, String name) {
    return entry.attributes().get(name) instanceof String text ? text : null;
  }
}
