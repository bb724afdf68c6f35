import { allocated, JAR, measureJmh, percentiles } from './jmh.mjs';
import { bytes, megabytes, micros, table } from './page.mjs';
import { program } from './program.mjs';

const BENCHMARKS = {
  signal: 'a signal',
  signalOfEightThreads: 'a signal, eight threads at once, each in runs of its own',
  signalOfEightThreadsInOneRun: 'a signal, eight threads at once in one run',
  tickOfTenThousandRuns: 'a tick over 10,000 open runs that fell silent in the same millisecond',
};

/** Latency of a signal by JMH, its CPU by threads, and what ten thousand runs keep and cost. */
export async function measureEngine(processes, plan) {
  const jmh = await measureJmh(processes, 'EngineBenchmark', plan);
  const cpu = await program(processes, ['-Xmx1g', '-cp', JAR, 'dev.pitwall.engine.SignalCpu']);
  const [plain, planned, work, silence] = await program(processes, ['-Xmx1g', '-cp', JAR, 'dev.pitwall.engine.TenThousandRuns']);
  return { rows: engineRows(jmh), cpu, plain, planned, work, silence };
}

/** One row a benchmark of the engine: median, 99th percentile, allocation. */
export function engineRows(results) {
  return Object.entries(BENCHMARKS).map(([name, title]) => {
    const result = results.find((each) => each.benchmark.endsWith(`EngineBenchmark.${name}`));
    const [p50, p99] = percentiles(result);
    return { title, p50, p99, bytes: allocated(result) };
  });
}

export function engineText({ rows, cpu, plain, planned, work, silence }) {
  const millis = (value) => value.toFixed(2);
  const tick = (of) => `the tick ${millis(of.tickMeanMillis)} ms in the mean, ${millis(of.tickP99Millis)} ms at the 99th percentile, ${millis(of.tickMaxMillis)} ms at most`;
  return [
    table(['engine alone', 'p50, µs', 'p99, µs', 'allocated, B'], rows.map((r) => [r.title, micros(r.p50), micros(r.p99), bytes(r.bytes)])),
    'CPU of the whole process for a signal, collection of garbage included:',
    table(
      ['threads', ...cpu.filter(({ together }) => !together).map(({ threads }) => threads)],
      [false, true].map((one) => [one ? 'all in one run, µs' : 'each in runs of its own, µs', ...cpu.filter(({ together }) => together === one).map((r) => micros(r.micros))]),
    ),
    `Live heap of ${plain.runs.toLocaleString('en')} open runs of 50 steps: ${megabytes(plain.heapBytes)} MB, or ` +
      `${megabytes(planned.heapBytes)} MB if all have a plan with milestones, a deadline and progress.`,
    `Detector work in a second in which 10,000 runs are under way, half of them with a plan (CPU of the thread, ${work.seconds} simulated seconds): ` +
      `${tick(work)}; the second’s ${work.signalsOfASecond.toLocaleString('en')} signals ${millis(work.signalsMeanMillis)} ms in the mean. Once all have fallen silent, for a quarter of an hour in which each is found to stall: ${tick(silence)}.`,
  ].join('\n\n');
}
