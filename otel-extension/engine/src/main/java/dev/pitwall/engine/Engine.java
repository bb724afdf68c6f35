package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.history.Quantiles;
import dev.pitwall.engine.history.WorkflowHistories;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.StopReady;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows open runs and says what is wrong with them.
 *
 * <p>Safe for use by any thread: signals of one run take turns, runs do not wait for each other.
 * The engine has no clock and no thread; it knows the time that signals and ticks carry.
 *
 * <pre>{@code
 * Engine engine = new Engine(EngineSettings.DEFAULT, listener);
 * engine.accept(new RunStarted("r1", "publishing-desk", clock.millis()));
 * }</pre>
 */
public final class Engine {

  private static final double MEDIAN = 0.5;
  private static final int ENOUGH_RUNS = 5;
  private static final int MAX_ENDED = 256;

  private final EngineSettings settings;
  private final EngineListener listener;
  private final DetectorCatalogue detectors;
  private final Map<String, DetectorCatalogue> ofWorkflows = new HashMap<>();
  private final WorkflowHistories histories = new WorkflowHistories();
  private final ConcurrentMap<String, Run> runs = new ConcurrentHashMap<>();
  // Ended runs with which a detector is not done.
  private final ConcurrentMap<String, Run> ended = new ConcurrentHashMap<>();
  private final EmergencyStops stops = new EmergencyStops();

  public Engine(EngineSettings settings, EngineListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.detectors = new DetectorCatalogue(settings.detectors());
    settings
        .ofWorkflows()
        .forEach((workflow, own) -> ofWorkflows.put(workflow, new DetectorCatalogue(own)));
  }

  /**
   * Takes a signal. A run is known from its plan, its authorization or its start, whichever comes
   * first; signals of a run that is not known are ignored.
   */
  public void accept(Signal signal) {
    Run run = runs.get(signal.run());
    if (run == null) {
      run = opened(signal);
    }
    if (run == null) {
      run = ended.get(signal.run());
    }
    if (run == null) {
      return;
    }
    if (signal instanceof RunEnded) {
      end(run, signal);
    } else {
      run.accept(signal);
    }
  }

  private void end(Run run, Signal last) {
    if (run.end(last) && ended.size() < MAX_ENDED) {
      ended.put(run.id(), run);
      runs.remove(run.id(), run);
    } else if (runs.remove(run.id(), run)) {
      run.leave(last.at());
      listener.leftRun(run.id());
    }
  }

  /**
   * Lets detectors see what has not happened, and gives up runs that have been silent for too long.
   * Called about once a second with the time in epoch milliseconds.
   */
  // Every run is asked for its alarm, which is one read of a field: ten thousand take less than a
  // tenth of a millisecond, and a timer wheel would have to be kept in step from many threads.
  public void tick(long now) {
    long oldest = now - settings.runTtl().toMillis();
    for (Run run : runs.values()) {
      if (run.lastSignalAt() < oldest) {
        evict(run, now);
      } else if (run.alarmAt() <= now) {
        run.wake(now);
      }
    }
    for (Run run : ended.values()) {
      if (run.alarmAt() <= now) {
        run.wake(now);
      }
      if (!run.isAwaited() && ended.remove(run.id(), run)) {
        run.leave(now);
        listener.leftRun(run.id());
      }
    }
  }

  /**
   * When {@link #tick} will next have something to do unless a signal comes first, epoch
   * milliseconds; {@link Long#MAX_VALUE} if never. It lets whoever replays the past skip the time
   * in which nothing happens.
   */
  public long nextTickAt() {
    long next = Long.MAX_VALUE;
    long ttl = settings.runTtl().toMillis();
    for (Run run : runs.values()) {
      next = Math.min(next, Math.min(run.alarmAt(), run.lastSignalAt() + ttl + 1));
    }
    for (Run run : ended.values()) {
      next = Math.min(next, run.alarmAt());
    }
    return next;
  }

  /** Says how ready the emergency stop is. */
  public void ready(StopReady.Readiness readiness, long now) {
    stops.ready(readiness);
    runs.values().forEach(run -> run.accept(new StopReady(run.id(), readiness, now)));
  }

  /** Orders a stop: the runs that it covers, and those that start under it, are told. */
  public void engage(EmergencyStop stop) {
    stops.engage(stop);
    runs.values().stream()
        .filter(run -> stop.covers(run.workflow()))
        .forEach(run -> run.accept(stop.engaged(run.id())));
  }

  /** Ends a stop of the given scope. */
  public void clear(EmergencyStop stop) {
    if (stops.clear(stop)) {
      runs.values().stream()
          .filter(run -> stop.covers(run.workflow()))
          .forEach(run -> run.accept(stop.cleared(run.id())));
    }
  }

  /** The open runs as they stand at {@code now}, each consistent in itself. */
  public List<RunSnapshot> runs(long now) {
    return runs.values().stream()
        .map(run -> run.snapshot(now, usualDuration(run.workflow())))
        .toList();
  }

  /** The types of findings that are reported of a run, empty if it is not open. */
  public Set<FindingType> findings(String id) {
    Run run = runs.get(id);
    return run == null ? Set.of() : run.findings();
  }

  /** When the detectors of a run are to be woken next, epoch milliseconds. */
  long wokenAt(String id) {
    Run run = runs.containsKey(id) ? runs.get(id) : ended.get(id);
    return run == null ? Detector.NEVER : run.alarmAt();
  }

  private long usualDuration(String workflow) {
    Quantiles durations = histories.of(workflow).of(Measure.RUN_DURATION);
    return durations.count() < ENOUGH_RUNS ? 0 : Math.round(durations.at(MEDIAN));
  }

  private @Nullable Run opened(Signal signal) {
    String workflow;
    if (signal instanceof RunStarted started) {
      workflow = started.workflow();
    } else if (signal instanceof RunPlanned planned) {
      workflow = planned.workflow();
    } else if (signal instanceof RunAuthorized authorized) {
      workflow = authorized.workflow();
    } else {
      return null;
    }
    makeRoom(signal.at());
    Run created =
        new Run(
            signal.run(),
            workflow,
            signal.at(),
            detectorsOf(workflow),
            histories.of(workflow),
            listener);
    Run known = runs.putIfAbsent(signal.run(), created);
    if (known != null) {
      return known;
    }
    if (stops.readiness() != StopReady.Readiness.NONE) {
      created.accept(new StopReady(created.id(), stops.readiness(), signal.at()));
    }
    stops.covering(workflow).ifPresent(stop -> created.accept(stop.engaged(created.id())));
    return created;
  }

  private DetectorCatalogue detectorsOf(String workflow) {
    return ofWorkflows.isEmpty()
        ? detectors
        : ofWorkflows.getOrDefault(EngineSettings.key(workflow), detectors);
  }

  private void makeRoom(long at) {
    if (runs.size() >= settings.maxRuns()) {
      runs.values().stream()
          .min(Comparator.comparingLong(Run::lastSignalAt))
          .ifPresent(silent -> evict(silent, at));
    }
  }

  private void evict(Run run, long at) {
    if (runs.remove(run.id(), run)) {
      run.leave(at);
      listener.evictedRun(run.id());
    }
  }
}
