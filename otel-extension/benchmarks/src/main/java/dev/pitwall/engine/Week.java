package dev.pitwall.engine;

import dev.pitwall.engine.detector.ApprovalSettings;
import dev.pitwall.engine.detector.DetectorSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A simulated week of an engine with its default bounds: runs as they should be, one with each
 * fault in turn, runs that are never ended, runs full of hostile names, and once a day twice as
 * many runs at once as are followed; the detectors look once a second. Prints the used heap after a
 * collection, and what was heard until then, a JSON object a quarter of a day.
 */
public final class Week {

  /** Only with a person's word. */
  static final String GUARDED_TOOL = "deploy";

  private static final int DAYS = 7;
  private static final int SAMPLES_OF_A_DAY = 4;
  private static final long DAY = 86_400;
  private static final int HEALTHY_EVERY = 20;
  private static final int FAULT_EVERY = 60;
  private static final int ABANDONED_EVERY = 150;
  private static final int HOSTILE_EVERY = 600;
  private static final long RUSH_HOUR = DAY / 2;

  private final Heard heard = new Heard();
  private final EngineSettings settings =
      new EngineSettings(
          EngineSettings.DEFAULT.maxRuns(),
          EngineSettings.DEFAULT.runTtl(),
          DetectorSettings.DEFAULTS.with(
              new ApprovalSettings(Set.of(GUARDED_TOOL), Duration.ofSeconds(2))));
  private final Engine engine = new Engine(settings, heard);
  private final PriorityQueue<Script> scripts =
      new PriorityQueue<>(Comparator.comparingLong(Script::next));
  private long runs;
  private long signals;

  private Week() {}

  public static void main(String[] arguments) throws InterruptedException {
    new Week().run();
  }

  private void run() throws InterruptedException {
    for (long second = 1; second <= DAYS * DAY; second++) {
      start(second);
      play(second * 1000);
      engine.tick(second * 1000);
      if (second % (DAY / SAMPLES_OF_A_DAY) == 0) {
        Measured.print(
            "{\"day\":%.2f,\"heapBytes\":%d,\"openRuns\":%d,\"runs\":%d,\"signals\":%d,\"cpuSeconds\":%.1f,%s}",
            second / (double) DAY,
            Measured.usedHeap(),
            engine.runs(second * 1000).size(),
            runs,
            signals,
            Measured.cpuNanos() / 1e9,
            heard.json());
      }
    }
  }

  private void start(long second) {
    long now = second * 1000;
    if (second % HEALTHY_EVERY == 0) {
      add(Traffic.healthy(second, now));
    }
    if (second % FAULT_EVERY == 0) {
      Fault[] faults = Fault.values();
      add(faults[(int) (second / FAULT_EVERY % faults.length)].script(second, now));
    }
    if (second % ABANDONED_EVERY == 0) {
      add(Traffic.abandoned(second, now));
    }
    if (second % HOSTILE_EVERY == 0) {
      add(Traffic.hostile(second, now));
    }
    if (second % DAY == RUSH_HOUR) {
      for (int i = 0; i < 2 * settings.maxRuns(); i++) {
        add(Traffic.abandoned(second * 10_000 + i, now));
      }
    }
  }

  private void add(Script script) {
    runs++;
    scripts.add(script);
  }

  private void play(long now) {
    while (!scripts.isEmpty() && scripts.element().next() <= now) {
      Script due = scripts.remove();
      signals += due.play(engine, now);
      if (due.next() != Long.MAX_VALUE) {
        scripts.add(due);
      }
    }
  }
}
