import fs from 'node:fs';
import path from 'node:path';
import { ROOT, RUN } from '../paths.mjs';
import { bytes, micros, table } from './page.mjs';

export const JAR = path.join(ROOT, 'otel-extension/benchmarks/target/benchmarks.jar');
const REPORTS = { chat: 'model call', tool: 'tool call', handoffToAnAgent: 'handoff and agent', artifact: 'artifact', gate: 'gate', chunk: 'chunk of a stream', wholeRun: 'whole run: workflow, agent, model call, tool call' };

/** Runs the benchmarks that match and returns JMH's own results. */
export async function measureJmh(processes, pattern, { iterations }) {
  const file = path.join(RUN, 'jmh.json');
  const options = ['-wi', String(iterations), '-i', String(iterations), '-prof', 'gc', '-rf', 'json', '-rff', file];
  await processes.run({ name: 'jmh', command: ['java', '-jar', JAR, pattern, ...options], cwd: ROOT });
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export const measureReports = (processes, plan) => measureJmh(processes, '(Report|Span)Benchmark', plan);

/** One row a report: median and 99th percentile, what it allocates, and the median of its spans alone. */
export function reportRows(results) {
  const find = (benchmark) => results.find((each) => each.benchmark.endsWith(`.${benchmark}`));
  return Object.entries(REPORTS).map(([name, title]) => {
    const report = find(`ReportBenchmark.${name}`);
    const spans = find(`SpanBenchmark.${name}`);
    const [p50, p99] = percentiles(report);
    const spansP50 = spans?.primaryMetric.scorePercentiles['50.0'];
    return { title, p50, p99, bytes: allocated(report), spans: spansP50, spansBytes: spans && allocated(spans), onTop: spans && p50 - spansP50 };
  });
}

/** The median and the 99th percentile. */
export const percentiles = ({ primaryMetric }) => ['50.0', '99.0'].map((p) => primaryMetric.scorePercentiles[p]);

export const allocated = ({ secondaryMetrics }) => secondaryMetrics['gc.alloc.rate.norm'].score;

export function reportText(rows) {
  const head = ['report', 'p50, µs', 'p99, µs', 'allocated, B', 'its spans alone, p50, µs', 'on top, µs'];
  return table(head, rows.map((r) => [r.title, micros(r.p50), micros(r.p99), bytes(r.bytes), micros(r.spans), micros(r.onTop)]));
}
