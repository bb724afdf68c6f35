package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.LoopDetector;
import dev.pitwall.engine.run.RunSnapshot;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Follows open runs and says what is wrong with them.
 *
 * <p>Safe for use by any thread: signals of one run take turns, runs do not wait for each other.
 * The engine has no clock and no thread; it knows the time that signals carry.
 *
 * <pre>{@code
 * Engine engine = new Engine(EngineSettings.DEFAULT, listener);
 * engine.accept(new RunStarted("r1", "publishing-desk", clock.millis()));
 * }</pre>
 */
public final class Engine {

  private final EngineSettings settings;
  private final EngineListener listener;
  private final List<Detector.Factory> detectors;
  private final ConcurrentMap<String, Run> runs = new ConcurrentHashMap<>();

  public Engine(EngineSettings settings, EngineListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.detectors = List.of(findings -> new LoopDetector(settings.loop(), findings));
  }

  /** Takes a signal. Signals of a run that is not open are ignored. */
  public void accept(Signal signal) {
    if (signal instanceof RunStarted started) {
      open(started);
      return;
    }
    Run run = runs.get(signal.run());
    if (run == null) {
      return;
    }
    if (signal instanceof RunEnded) {
      runs.remove(signal.run(), run);
      run.end(signal.at());
    } else {
      run.accept(signal);
    }
  }

  /**
   * Gives up runs that have been silent for too long; called now and then with the time in epoch
   * milliseconds.
   */
  public void tick(long now) {
    long oldest = now - settings.runTtl().toMillis();
    for (Run run : runs.values()) {
      if (run.lastSignalAt() < oldest) {
        evict(run, now);
      }
    }
  }

  /** The open runs as they stand, each consistent in itself. */
  public List<RunSnapshot> runs() {
    return runs.values().stream().map(Run::snapshot).toList();
  }

  private void open(RunStarted started) {
    if (runs.size() >= settings.maxRuns()) {
      runs.values().stream()
          .min(Comparator.comparingLong(Run::lastSignalAt))
          .ifPresent(silent -> evict(silent, started.at()));
    }
    runs.putIfAbsent(started.run(), new Run(started, detectors, listener));
  }

  private void evict(Run run, long at) {
    if (runs.remove(run.id(), run)) {
      run.end(at);
      listener.evictedRun(run.id());
    }
  }
}
