package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.Scene;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.history.WorkflowHistory;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.signal.Signal;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One open run: its state, its detectors and its open findings, behind one lock. */
final class Run {

  private static final Detector SILENT = new Detector() {};

  private final RunState state;
  private final DetectorCatalogue catalogue;
  private final @Nullable Detector[] detectors;
  private final OpenFindings findings;
  private final Scene scene;
  private final Recorder recorder;
  private final EngineListener listener;
  private int completed;
  private boolean ended;
  private volatile long lastSignalAt;
  private volatile long alarmAt = Detector.NEVER;

  Run(
      String run,
      String workflow,
      long knownSince,
      DetectorCatalogue catalogue,
      WorkflowHistory history,
      EngineListener listener) {
    this.state = new RunState(run, workflow, knownSince);
    this.catalogue = catalogue;
    this.detectors = new Detector[catalogue.size()];
    this.findings = new OpenFindings(run, workflow, listener);
    this.scene = new Scene(state, history, findings, this::wakeAt);
    this.recorder = new Recorder(state, history);
    this.listener = listener;
    this.lastSignalAt = knownSince;
  }

  String id() {
    return state.run();
  }

  String workflow() {
    return state.workflow();
  }

  long lastSignalAt() {
    return lastSignalAt;
  }

  /** When {@link #wake} is due, epoch milliseconds; read without the lock. */
  long alarmAt() {
    return alarmAt;
  }

  synchronized void accept(Signal signal) {
    if (ended) {
      return;
    }
    lastSignalAt = Math.max(lastSignalAt, signal.at());
    state.accept(signal);
    for (int starting : catalogue.startingWith(signal)) {
      if (detectors[starting] == null) {
        detectors[starting] = catalogue.create(starting, scene);
      }
    }
    for (int i = 0; i < detectors.length; i++) {
      Detector detector = detectors[i];
      if (detector != null) {
        try {
          signal.deliverTo(detector);
        } catch (RuntimeException e) {
          silence(i, detector, e);
        }
      }
    }
    signal.deliverTo(recorder);
    RunState.Steps steps = state.steps();
    if (steps.completed() != completed) {
      completed = steps.completed();
      listener.progressed(state.run(), completed, steps.total());
    }
  }

  /** Lets the detectors see that time has passed. */
  synchronized void wake(long now) {
    if (ended || now < alarmAt) {
      return;
    }
    // What they ask for meanwhile counts from here.
    alarmAt = Detector.NEVER;
    for (int i = 0; i < detectors.length; i++) {
      Detector detector = detectors[i];
      if (detector != null) {
        try {
          wakeAt(detector.onTime(now));
        } catch (RuntimeException e) {
          silence(i, detector, e);
        }
      }
    }
  }

  /** The last signal, or none if the run was given up; then everything open is resolved. */
  synchronized void end(@Nullable Signal last, long at) {
    if (last != null) {
      accept(last);
    }
    ended = true;
    findings.resolveAll(at);
    Arrays.fill(detectors, null);
  }

  synchronized RunSnapshot snapshot(long now, long usual) {
    return RunSnapshot.of(state, now, usual);
  }

  synchronized Set<FindingType> findings() {
    return findings.types();
  }

  // The others go on; this one may have lost its way in what it remembers.
  private void silence(int number, Detector detector, RuntimeException error) {
    detectors[number] = SILENT;
    listener.failed(detector.getClass().getSimpleName(), error);
  }

  private void wakeAt(long at) {
    if (at < alarmAt) {
      alarmAt = at;
    }
  }
}
