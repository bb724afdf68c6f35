package dev.pitwall.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunTelemetryTest {

  private static final int RUNS = 200;
  private static final int WORKERS = 4;
  // No more than a run remembers.
  private static final int TASKS = 250;

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private final WorkflowLog log = new WorkflowLog(LoggerProvider.noop().get("test"), entry -> {});
  private final CyclicBarrier together = new CyclicBarrier(WORKERS);

  @Test
  void losesNothingOfAgentsThatWorkAtOnce() throws Exception {
    Instruments instruments = new Instruments(telemetry.getOpenTelemetry().getMeter("test"));
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    for (int i = 0; i < RUNS; i++) {
      RunTelemetry run = new RunTelemetry(instruments, log, "r" + i, "desk", "owner");
      List<Callable<Boolean>> workers =
          IntStream.range(0, WORKERS).mapToObj(n -> works(run, "worker" + n)).toList();
      for (Future<Boolean> worker : threads.invokeAll(workers)) {
        worker.get();
      }
    }
    threads.shutdown();
    assertThat(durations("pitwall.task.wait.duration")).isEqualTo(RUNS * WORKERS * TASKS);
    assertThat(durations("pitwall.task.duration")).isEqualTo(RUNS * WORKERS * TASKS);
  }

  private Callable<Boolean> works(RunTelemetry run, String worker) {
    return () -> {
      together.await();
      for (int i = 0; i < TASKS; i++) {
        String task = worker + "-" + i;
        run.accept(new TaskCreated("r", task, "crawl", worker, List.of(), 0, null, 1));
        run.accept(new TaskStarted("r", task, worker, 2));
        run.accept(new TaskEnded("r", task, TaskEnded.Result.COMPLETED, null, 3));
      }
      return true;
    };
  }

  private static long durations(String metric) {
    return telemetry.getMetrics().stream()
        .filter(found -> found.getName().equals(metric))
        .flatMap(found -> found.getHistogramData().getPoints().stream())
        .mapToLong(HistogramPointData::getCount)
        .sum();
  }
}
