package dev.pitwall.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * CPU time of a signal by the number of threads: of the whole process, so that waiting for locks,
 * collecting garbage and compiling count, and what else the machine does does not. Prints a JSON
 * object a line.
 */
public final class SignalCpu {

  private static final int[] THREADS = {1, 8, 64};
  private static final int STEPS = 2_000_000;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private SignalCpu() {}

  public static void main(String[] arguments) throws InterruptedException {
    for (boolean together : new boolean[] {false, true}) {
      for (int threads : THREADS) {
        measure(threads, together);
        Measured.print(
            "{\"threads\":%d,\"together\":%b,\"micros\":%.3f}",
            threads, together, measure(threads, together));
      }
    }
  }

  /** Microseconds a signal; in one run, or each thread in runs of its own. */
  private static double measure(int threads, boolean together) throws InterruptedException {
    Engine engine = EngineBenchmark.engine(new QuietListener());
    SimulatedRun whole = new SimulatedRun(engine, "whole", 1);
    AtomicLong runs = new AtomicLong();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i + 1;
      workers.add(
          new Thread(
              () -> {
                if (together) {
                  part(whole, number, STEPS / threads);
                } else {
                  runs(engine, runs, STEPS / threads);
                }
              }));
    }
    long before = PROCESS.getProcessCpuTime();
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
    long cpu = PROCESS.getProcessCpuTime() - before;
    return cpu / 1e3 / STEPS / SimulatedRun.SIGNALS_OF_A_STEP;
  }

  private static void part(SimulatedRun whole, int number, int steps) {
    SimulatedRun part = SimulatedRun.partOf(whole, number);
    for (int i = 0; i < steps; i++) {
      part.step();
    }
  }

  private static void runs(Engine engine, AtomicLong runs, int steps) {
    SimulatedRun run = new SimulatedRun(engine, "run-" + runs.incrementAndGet(), 1);
    for (int i = 0; i < steps; i++) {
      run.step();
      if (run.steps() == EngineBenchmark.STEPS_OF_A_RUN) {
        run.end();
        run = new SimulatedRun(engine, "run-" + runs.incrementAndGet(), run.now());
      }
    }
    run.end();
  }
}
