package dev.pitwall.engine;

import java.util.Arrays;

/**
 * Ten thousand open runs of fifty steps: what the engine keeps of them, and what a second of them
 * costs while they work and when all have fallen silent. Half of them have a plan with milestones,
 * a deadline and progress. Prints a JSON object a line.
 */
public final class TenThousandRuns {

  private static final int RUNS = EngineBenchmark.MANY;
  private static final int STEPS = EngineBenchmark.STEPS_OF_A_RUN;
  private static final long STEP_MILLIS = 20_000;
  private static final int SECONDS = (int) (STEPS * STEP_MILLIS / 1000);

  private static final int SILENCE = 900;

  private final Engine engine = EngineBenchmark.engine(new QuietListener());
  private final SimulatedRun[] runs = new SimulatedRun[RUNS];
  private final long[] ticks = new long[SECONDS];
  private final long[] signals = new long[SECONDS];

  private TenThousandRuns() {}

  public static void main(String[] arguments) throws InterruptedException {
    memory("plain", 0);
    memory("planned", RUNS);
    // The first round is for the compiler.
    TenThousandRuns first = new TenThousandRuns();
    first.work(RUNS / 2);
    first.fallSilent();
    TenThousandRuns measured = new TenThousandRuns();
    measured.work(RUNS / 2);
    print("work", measured.ticks, measured.signals);
    print("silence", measured.fallSilent(), new long[1]);
  }

  private static void memory(String kind, int planned) throws InterruptedException {
    long before = Measured.usedHeap();
    TenThousandRuns all = new TenThousandRuns();
    all.work(planned);
    Arrays.fill(all.runs, null);
    long after = Measured.usedHeap();
    Measured.print(
        "{\"kind\":\"%s\",\"runs\":%d,\"heapBytes\":%d}",
        kind, all.engine.runs(1).size(), after - before);
  }

  /** Lets them work to their last step, each second a twentieth of them and then a tick. */
  private void work(int planned) {
    for (int second = 0; second < SECONDS; second++) {
      long now = second * 1000L;
      long began = Measured.cpuNanos();
      for (int i = 0; i < RUNS; i++) {
        SimulatedRun run = runs[i];
        if (run == null && i % (STEP_MILLIS / 1000) == second) {
          run = begin(i, now, i < planned);
          runs[i] = run;
        }
        if (run != null && run.now() <= now && run.steps() < STEPS) {
          run.step();
          if (i < planned && run.steps() % 5 == 0) {
            run.progress(STEPS);
          }
        }
      }
      long said = Measured.cpuNanos();
      engine.tick(now);
      signals[second] = said - began;
      ticks[second] = Measured.cpuNanos() - said;
    }
  }

  private SimulatedRun begin(int i, long now, boolean planned) {
    String id = "run-" + i;
    return planned
        ? SimulatedRun.planned(engine, id, now + 1, STEP_MILLIS, STEPS)
        : SimulatedRun.plain(engine, id, now + 1, STEP_MILLIS);
  }

  /** For a quarter of an hour, in which all of them are found to stall. */
  private long[] fallSilent() {
    long[] silent = new long[SILENCE];
    for (int second = 0; second < SILENCE; second++) {
      long began = Measured.cpuNanos();
      engine.tick((SECONDS + second) * 1000L);
      silent[second] = Measured.cpuNanos() - began;
    }
    return silent;
  }

  private static void print(String kind, long[] ticks, long[] signals) {
    Arrays.sort(ticks);
    Measured.print(
        "{\"kind\":\"%s\",\"seconds\":%d,\"tickMeanMillis\":%.3f,\"tickP99Millis\":%.3f,\"tickMaxMillis\":%.3f,\"signalsMeanMillis\":%.3f,\"signalsOfASecond\":%d}",
        kind,
        ticks.length,
        Arrays.stream(ticks).average().orElseThrow() / 1e6,
        ticks[ticks.length * 99 / 100] / 1e6,
        ticks[ticks.length - 1] / 1e6,
        Arrays.stream(signals).average().orElseThrow() / 1e6,
        RUNS * SimulatedRun.SIGNALS_OF_A_STEP * 1000 / STEP_MILLIS);
  }
}
