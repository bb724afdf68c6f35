package dev.pitwall.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Memory of the engine: of ten thousand open runs of fifty steps, and over a simulated week in
 * which runs come and go and the detectors look once a second. Prints a JSON object a line.
 */
public final class Soak {

  private static final int DAYS = 7;
  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final int SECONDS_BETWEEN_RUNS = 10;
  private static final int OPEN_AT_ONCE = 20;

  private Soak() {}

  public static void main(String[] arguments) throws InterruptedException {
    tenThousandRuns();
    week();
  }

  private static void tenThousandRuns() throws InterruptedException {
    Engine engine = EngineBenchmark.engine(new QuietListener());
    long before = usedHeap();
    for (int i = 0; i < EngineBenchmark.MANY; i++) {
      SimulatedRun run = new SimulatedRun(engine, "run-" + i, 1);
      for (int step = 0; step < EngineBenchmark.STEPS_OF_A_RUN; step++) {
        run.step();
      }
    }
    long after = usedHeap();
    print("{\"runs\":%d,\"heapBytes\":%d}", engine.runs(1).size(), after - before);
  }

  private static void week() throws InterruptedException {
    QuietListener heard = new QuietListener();
    Engine engine = EngineBenchmark.engine(heard);
    Deque<SimulatedRun> open = new ArrayDeque<>();
    long signals = 0;
    long cpu = System.nanoTime();
    for (int day = 1; day <= DAYS; day++) {
      for (long second = (day - 1) * SECONDS_OF_A_DAY; second < day * SECONDS_OF_A_DAY; second++) {
        if (second % SECONDS_BETWEEN_RUNS == 0) {
          open.addLast(new SimulatedRun(engine, "week-" + second, second * 1000));
        }
        for (SimulatedRun run : open) {
          if (run.now() <= second * 1000 && run.steps() < EngineBenchmark.STEPS_OF_A_RUN) {
            run.step();
            signals += SimulatedRun.SIGNALS_OF_A_STEP;
          }
        }
        if (open.size() > OPEN_AT_ONCE) {
          open.removeFirst().end();
        }
        engine.tick(second * 1000);
      }
      print(
          "{\"day\":%d,\"heapBytes\":%d,\"openRuns\":%d,\"signals\":%d,\"findings\":%d,\"evicted\":%d,\"seconds\":%.1f}",
          day,
          usedHeap(),
          open.size(),
          signals,
          heard.opened(),
          heard.evicted(),
          (System.nanoTime() - cpu) / 1e9);
    }
  }

  /** After the collector has had its chances. */
  private static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
