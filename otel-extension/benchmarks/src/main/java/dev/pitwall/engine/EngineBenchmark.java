package dev.pitwall.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What a signal costs in the engine: run state and every detector. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class EngineBenchmark {

  static final int MANY = 10_000;
  static final int STEPS_OF_A_RUN = 50;

  static Engine engine(EngineListener listener) {
    return new Engine(
        new EngineSettings(
            2 * MANY, EngineSettings.DEFAULT.runTtl(), EngineSettings.DEFAULT.detectors()),
        listener);
  }

  /** An engine that threads share. */
  @State(Scope.Benchmark)
  public static class Shared {
    final Engine engine = engine(new QuietListener());
    final AtomicLong runs = new AtomicLong();

    SimulatedRun begin(long now) {
      return new SimulatedRun(engine, "run-" + runs.incrementAndGet(), now);
    }
  }

  /** A thread's own runs, one after the other. */
  @State(Scope.Thread)
  public static class Runner {
    private SimulatedRun run = new Shared().begin(1);

    @Setup
    public void begin(Shared shared) {
      run = shared.begin(1);
    }

    void step(Shared shared) {
      run.step();
      if (run.steps() == STEPS_OF_A_RUN) {
        run.end();
        run = shared.begin(run.now());
      }
    }
  }

  /** A thread's part of one run that all threads work on. */
  @State(Scope.Thread)
  public static class Part {
    private static final AtomicInteger PARTS = new AtomicInteger();

    private SimulatedRun part = new Shared().begin(1);

    @Setup(Level.Iteration)
    public void join(Whole whole) {
      part = SimulatedRun.partOf(whole.run, PARTS.incrementAndGet());
    }
  }

  /** One run that many threads work on. */
  @State(Scope.Benchmark)
  public static class Whole {
    SimulatedRun run = new Shared().begin(1);

    @Setup(Level.Iteration)
    public void begin(Shared shared) {
      run.end();
      run = shared.begin(1);
    }
  }

  /** Ten thousand runs in the middle of their work. */
  @State(Scope.Benchmark)
  public static class Many {
    final SimulatedRun[] runs = new SimulatedRun[MANY];
    private long now;

    @Setup(Level.Iteration)
    public void open(Shared shared) {
      for (int i = 0; i < MANY; i++) {
        if (runs[i] != null) {
          runs[i].end();
        }
        runs[i] = shared.begin(1);
        for (int step = 1; step < STEPS_OF_A_RUN; step++) {
          runs[i].step();
        }
        now = runs[i].now();
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(SimulatedRun.SIGNALS_OF_A_STEP)
  public void signal(Shared shared, Runner runner) {
    runner.step(shared);
  }

  @Benchmark
  @Threads(8)
  @OperationsPerInvocation(SimulatedRun.SIGNALS_OF_A_STEP)
  public void signalOfEightThreads(Shared shared, Runner runner) {
    runner.step(shared);
  }

  @Benchmark
  @Threads(8)
  @OperationsPerInvocation(SimulatedRun.SIGNALS_OF_A_STEP)
  public void signalOfEightThreadsInOneRun(Part part) {
    part.part.step();
  }

  /** One second's look of the detectors at ten thousand open runs that have fallen silent. */
  @Benchmark
  public void tickOfTenThousandRuns(Shared shared, Many many) {
    many.now += 1000;
    shared.engine.tick(many.now);
  }
}
