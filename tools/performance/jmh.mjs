import fs from 'node:fs';
import path from 'node:path';
import { ROOT, RUN } from '../paths.mjs';

const JAR = path.join(ROOT, 'otel-extension/benchmarks/target/benchmarks.jar');
const REPORTS = { chat: 'model call', tool: 'tool call', handoffToAnAgent: 'handoff and agent', artifact: 'artifact', gate: 'gate', chunk: 'chunk of a stream', wholeRun: 'whole run: workflow, agent, model call, tool call' };
const ENGINE = { signal: 'a signal', signalOfEightThreads: 'a signal, eight threads at once', tickOfTenThousandRuns: 'a tick over 10,000 open runs' };

/** Runs every benchmark and returns JMH's own results. */
export async function measureReports(run, { iterations }) {
  const file = path.join(RUN, 'jmh.json');
  const options = ['-wi', String(iterations), '-i', String(iterations), '-prof', 'gc', '-rf', 'json', '-rff', file];
  await run({ name: 'jmh', command: ['java', '-jar', JAR, ...options], cwd: ROOT });
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** One row a report: median and 99th percentile, what it allocates, and the median of its spans alone. */
export function reportRows(results) {
  const find = (benchmark) => results.find((each) => each.benchmark.endsWith(`.${benchmark}`));
  return Object.entries(REPORTS).map(([name, title]) => {
    const report = find(`ReportBenchmark.${name}`);
    const spans = find(`SpanBenchmark.${name}`);
    const [p50, p99] = ['50.0', '99.0'].map((p) => report.primaryMetric.scorePercentiles[p]);
    const spansP50 = spans?.primaryMetric.scorePercentiles['50.0'];
    return { title, p50, p99, bytes: allocated(report), spans: spansP50, spansBytes: spans && allocated(spans), onTop: spans && p50 - spansP50 };
  });
}

/** One row a benchmark of the engine: median, 99th percentile, allocation. */
export function engineRows(results) {
  return Object.entries(ENGINE).map(([name, title]) => {
    const result = results.find((each) => each.benchmark.endsWith(`EngineBenchmark.${name}`));
    const [p50, p99] = ['50.0', '99.0'].map((p) => result.primaryMetric.scorePercentiles[p]);
    return { title, p50, p99, bytes: allocated(result) };
  });
}

const allocated = ({ secondaryMetrics }) => secondaryMetrics['gc.alloc.rate.norm'].score;

/** The engine's memory: of ten thousand open runs, and at the end of each day of a simulated week. */
export async function measureMemory(processes) {
  await processes.run({ name: 'soak', command: ['java', '-Xmx1g', '-cp', JAR, 'dev.pitwall.engine.Soak'], cwd: ROOT });
  const lines = fs.readFileSync(processes.logOf('soak'), 'utf8').split('\n').filter((line) => line.startsWith('{'));
  const [{ runs, heapBytes }, ...days] = lines.map((line) => JSON.parse(line));
  return { runs, heapBytes, days };
}
