package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.Scene;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.history.Recorder;
import dev.pitwall.engine.history.WorkflowHistory;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.signal.JvmObserved;
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
    state.accept(signal);
    lastSignalAt = Math.max(lastSignalAt, state.lastSignalAt());
    if (!ended) {
      create(signal);
    }
    deliver(signal);
    if (signal instanceof JvmObserved seen) {
      findings.observed(seen);
    }
    wakeAt(findings.dueAt());
    if (ended) {
      return;
    }
    signal.deliverTo(recorder);
    RunState.Steps steps = state.steps();
    if (steps.completed() != completed) {
      completed = steps.completed();
      listener.progressed(state.run(), completed, steps.total());
    }
  }

  private void create(Signal signal) {
    for (int starting : catalogue.startingWith(signal)) {
      if (detectors[starting] == null) {
        detectors[starting] = catalogue.create(starting, scene);
      }
    }
  }

  private void deliver(Signal signal) {
    boolean progress = state.news();
    for (int i = 0; i < detectors.length; i++) {
      Detector detector = detectors[i];
      if (detector != null) {
        try {
          signal.deliverTo(detector);
          if (progress) {
            detector.onProgress(signal.at());
          }
        } catch (RuntimeException e) {
          silence(i, detector, e);
        }
      }
    }
  }

  /** Lets the detectors see that time has passed. */
  synchronized void wake(long now) {
    if (now < alarmAt) {
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
    findings.onTime(now);
    wakeAt(findings.dueAt());
  }

  /**
   * Takes the last signal. Everything open is resolved.
   *
   * @return whether a detector is not done with the run: then {@link #leave} follows
   */
  synchronized boolean end(Signal last) {
    if (ended) {
      return isAwaited();
    }
    accept(last);
    ended = true;
    findings.resolveAll(last.at());
    alarmAt = Detector.NEVER;
    for (int i = 0; i < detectors.length; i++) {
      Detector detector = detectors[i];
      long wanted = detector == null ? Detector.NEVER : endOf(i, detector, last.at());
      if (wanted == Detector.NEVER) {
        detectors[i] = null;
      }
      wakeAt(wanted);
    }
    return isAwaited();
  }

  private long endOf(int number, Detector detector, long at) {
    try {
      return detector.onEnd(at);
    } catch (RuntimeException e) {
      silence(number, detector, e);
      return Detector.NEVER;
    }
  }

  /** Whether an alarm is still to come. */
  boolean isAwaited() {
    return alarmAt != Detector.NEVER;
  }

  /** Nothing more will be heard or said of it. */
  synchronized void leave(long at) {
    for (int i = 0; i < detectors.length && !ended; i++) {
      Detector detector = detectors[i];
      if (detector != null) {
        endOf(i, detector, at);
      }
    }
    ended = true;
    alarmAt = Detector.NEVER;
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
