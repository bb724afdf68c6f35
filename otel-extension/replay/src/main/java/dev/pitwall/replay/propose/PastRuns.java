package dev.pitwall.replay.propose;

import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures the runs of a recording while it is replayed. Not safe for use by several threads. */
public final class PastRuns implements Consumer<Signal> {

  private static final int MOST_OPEN = 10_000;
  private static final int MOST_WORKFLOWS = 200;

  private final Map<String, RunMeasures> open = new LinkedHashMap<>();
  private final Set<String> troubled = new HashSet<>();
  private final Map<String, Samples> byWorkflow = new TreeMap<>();

  /** Takes a signal, after the engine has. */
  @Override
  public void accept(Signal signal) {
    if (signal instanceof RunStarted started && open.size() < MOST_OPEN) {
      open.put(started.run(), new RunMeasures(started.run(), started.workflow(), started.at()));
    }
    RunMeasures run = open.get(signal.run());
    if (run == null) {
      return;
    }
    run.accept(signal);
    if (signal instanceof RunEnded ended) {
      open.remove(ended.run());
      over(run, ended, troubled.remove(ended.run()));
    }
  }

  private void over(RunMeasures run, RunEnded ended, boolean hadTrouble) {
    Samples samples = byWorkflow.get(run.workflow());
    if (samples == null && byWorkflow.size() < MOST_WORKFLOWS) {
      samples = new Samples();
      byWorkflow.put(run.workflow(), samples);
    }
    if (samples == null) {
      return;
    }
    if (hadTrouble || ended.error() != null) {
      samples.leaveOut();
    } else {
      samples.add(run.most());
    }
  }

  /** Something was found in a run: it says nothing of what is usual. */
  public void found(String run) {
    if (open.containsKey(run)) {
      troubled.add(run);
    }
  }

  /** What was measured, by workflow. */
  Map<String, Samples> byWorkflow() {
    return new HashMap<>(byWorkflow);
  }
}
