package dev.pitwall.replay.follow;

import dev.pitwall.agent.pricing.PriceList;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Closed;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes signals of what was recorded and gives them to an engine: spans and entries of the log of
 * one run as they were when it ran, and spans of others as far as they tell. Takes observations in
 * order of time. Not safe for use by several threads.
 */
public final class Follower {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  // How long a trace may be quiet before its run is over, where no span around it tells.
  private static final long QUIET = 60 * SECOND;
  // The end of a run is logged within the span that it ends.
  private static final long SPAN_FOLLOWS = 2 * SECOND;

  private final Engine engine;
  private final Consumer<Signal> listener;
  private final Nodes nodes = new Nodes();
  private final FollowedRuns runs;
  private final StepSignals signals;
  private final LogSignals log;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));

  private final Set<String> guessed = new HashSet<>();

  private record Due(long nanos, FollowedRun run) {}

  /**
   * @param announced which runs have the entry of their beginning, of the whole recording
   * @param listener hears every signal after the engine
   */
  public Follower(Engine engine, PriceList prices, Announced announced, Consumer<Signal> listener) {
    this.engine = engine;
    this.listener = listener;
    this.runs = new FollowedRuns(announced::has);
    this.signals = new StepSignals(this::publish, prices);
    this.log = new LogSignals(engine, this, nodes, runs, announced);
  }

  /** Takes an observation that is not earlier than those before. */
  public void accept(Observation observation) {
    if (observation instanceof Opened opened) {
      opened(opened);
    } else if (observation instanceof Closed closed) {
      closed(closed);
    } else if (observation instanceof Logged logged) {
      log.accept(logged);
    }
  }

  /** Whether an open run's beginning is not in the recording, nor whether it was permitted. */
  public boolean isGuessed(String run) {
    return guessed.contains(run);
  }

  /** Gives a signal to whoever is to hear it. */
  void publish(Signal signal) {
    engine.accept(signal);
    listener.accept(signal);
  }

  /** When {@link #advance} will have something to do, epoch nanoseconds; or never. */
  public long nextDue() {
    Due next = due.peek();
    return next == null ? Long.MAX_VALUE : next.nanos();
  }

  /** Ends the runs that are over by then. */
  public void advance(long nanos) {
    while (nextDue() <= nanos) {
      Due next = due.remove();
      FollowedRun run = next.run();
      if (run.ending != null) {
        end(run, run.ending);
      } else if (run.due == next.nanos() && run.open == 0) {
        end(run, new RunEnded(run.id, run.workflow, run.error, run.lastEnd / MILLI));
      }
    }
  }

  private void opened(Opened opened) {
    Span span = opened.span();
    Node node = nodes.add(span);
    Step step = span.step();
    if (step == null) {
      return;
    }
    FollowedRun run = run(node, span, step);
    if (run == null) {
      return;
    }
    if (run.holds()) {
      run.hold(opened);
    } else {
      begin(node, step, run);
    }
  }

  /** The run that a step belongs to; null if it is none of its own. */
  private @Nullable FollowedRun run(Node node, Span span, Step step) {
    if (step.run() != null) {
      return runs.ours(step.run());
    }
    Node above = nodes.stepAbove(node);
    // What others record within a run that Pitwall records is told twice.
    if (above == null) {
      return runs.ofOthers(span, step);
    }
    return above.isOurs() ? null : above.run;
  }

  private void begin(Node node, Step step, FollowedRun run) {
    Node above = nodes.stepAbove(node);
    if (above != null && isToldBy(above, step)) {
      return;
    }
    begun(run, step, node.start / MILLI);
    Node around = nodes.around(nodes.above(node), run);
    node.kind = step.kind();
    node.run = run;
    node.name = step.name();
    node.around = around == null ? 0 : around.operation;
    node.agent = step.agent() == null && around != null ? around.agent : step.agent();
    if (step.kind() == StepKind.AGENT || step.kind() == StepKind.PLAN) {
      node.agent = step.name();
    }
    node.open = true;
    run.open++;
    run.until = Math.max(run.until, nodes.outermostEnd(node));
    boolean outermost = node.around == 0 && step.kind().isAround();
    if (outermost && (run.root == null || !run.root.open)) {
      run.root = node;
    }
    signals.begin(node, step, Math.max(node.start / MILLI, run.startedAt));
  }

  // Libraries that call each other are recorded by an instrumentation each: the outermost counts.
  private static boolean isToldBy(Node above, Step step) {
    return above.kind == step.kind()
        && (step.kind() == StepKind.MODEL
            || (step.kind() == StepKind.TOOL && above.name.equals(step.name())));
  }

  /** A run of which something is seen has begun, also if its beginning is not in the recording. */
  void begun(FollowedRun run, @Nullable Step first, long at) {
    if (!run.started && !run.announced && !run.planned) {
      if (run.workflow.isEmpty() && first != null) {
        run.workflow = FollowedRuns.workflow(first);
      }
      guessed.add(run.id);
      start(run, new RunStarted(run.id, run.workflow, true, at));
    }
  }

  /** The run begins; what has waited for that follows. */
  void start(FollowedRun run, RunStarted started) {
    if (run.started) {
      return;
    }
    run.started = true;
    run.workflow = started.workflow();
    run.startedAt = started.at();
    publish(started);
    for (Observation waiting : run.release()) {
      if (waiting instanceof Opened opened) {
        Node node = nodes.find(opened.span().trace(), opened.span().id());
        Step step = opened.span().step();
        if (node != null && step != null) {
          begin(node, step, run);
        }
      } else {
        accept(waiting);
      }
    }
  }

  private void closed(Closed closed) {
    Span span = closed.span();
    Step step = span.step();
    FollowedRun named = step == null || step.run() == null ? null : runs.known(step.run());
    if (named != null && named.holds()) {
      named.hold(closed);
      return;
    }
    Node node = nodes.find(span.trace(), span.id());
    if (node == null || step == null || !node.open || node.run == null) {
      return;
    }
    node.open = false;
    FollowedRun run = node.run;
    run.open--;
    run.lastEnd = Math.max(run.lastEnd, span.end());
    RunEnded ending = run.ending;
    long at = Math.max(span.end() / MILLI, run.startedAt);
    signals.end(node, step, ending == null ? at : Math.min(at, ending.at()));
    if (node != run.root) {
      over(run);
      return;
    }
    run.error = step.error();
    if (ending != null) {
      end(run, ending);
    } else {
      over(run);
    }
  }

  /** Sees to it that a run ends whose end is not logged. */
  private void over(FollowedRun run) {
    if (!run.announced && run.open == 0 && !run.isSuspended()) {
      run.due = run.lastEnd + QUIET;
      run.due = Math.min(run.due, Math.max(run.lastEnd, run.until));
      due.add(new Due(run.due, run));
    }
  }

  /** The end of a run was logged: its outermost span ends with it, if it has not ended before. */
  void ended(FollowedRun run, RunEnded ended, long nanos) {
    if (run.root != null && run.root.open) {
      run.ending = ended;
      due.add(new Due(nanos + SPAN_FOLLOWS, run));
    } else {
      end(run, ended);
    }
  }

  private void end(FollowedRun run, RunEnded ended) {
    runs.end(run);
    run.ending = null;
    publish(ended);
    guessed.remove(run.id);
  }
}
