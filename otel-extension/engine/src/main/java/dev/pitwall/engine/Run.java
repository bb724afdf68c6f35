package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.Draft;
import dev.pitwall.engine.detector.FindingSink;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/** One open run: its state, its detectors and its open findings, behind one lock. */
final class Run implements FindingSink {

  private final RunState state;
  private final EngineListener listener;
  private final List<Detector> detectors = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private int findings;
  private int completed;
  private boolean ended;
  private volatile long lastSignalAt;

  Run(RunStarted started, List<Detector.Factory> factories, EngineListener listener) {
    this.state = new RunState(started.run(), started.workflow(), started.at());
    this.listener = listener;
    this.lastSignalAt = started.at();
    factories.forEach(factory -> detectors.add(factory.create(this)));
  }

  String id() {
    return state.run();
  }

  long lastSignalAt() {
    return lastSignalAt;
  }

  synchronized void accept(Signal signal) {
    if (ended) {
      return;
    }
    lastSignalAt = Math.max(lastSignalAt, signal.at());
    signal.deliverTo(state);
    for (Detector detector : detectors) {
      signal.deliverTo(detector);
    }
    RunState.Steps steps = state.steps();
    if (steps.completed() != completed) {
      completed = steps.completed();
      listener.progressed(state.run(), completed, steps.total());
    }
  }

  synchronized void end(long at) {
    ended = true;
    List.copyOf(open).forEach(finding -> finding.resolve(at));
  }

  synchronized RunSnapshot snapshot() {
    return state.snapshot();
  }

  @Override
  public OpenFinding open(Draft draft, long at) {
    Finding finding =
        new Finding(
            state.run() + "-" + ++findings,
            draft.type(),
            draft.severity(),
            state.run(),
            state.workflow(),
            draft.agent(),
            draft.subject(),
            draft.causes(),
            draft.evidence(),
            draft.recommendation(),
            draft.onset(),
            at);
    Open opened = new Open(finding);
    open.add(opened);
    listener.opened(finding);
    return opened;
  }

  private final class Open implements OpenFinding {

    private final Finding finding;

    Open(Finding finding) {
      this.finding = finding;
    }

    @Override
    public void resolve(long at) {
      if (open.remove(this)) {
        listener.resolved(finding, at);
      }
    }
  }
}
