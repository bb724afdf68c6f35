import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { reportRows } from '../performance/jmh.mjs';
import { WAYS, order, summarize } from '../performance/overhead.mjs';
import { writePage } from '../performance/page.mjs';
import { interval, pairedDifference, quantile } from '../performance/statistics.mjs';

test('an interval is Student’s', () => {
  const { mean, halfWidth } = interval([10, 12, 14]);
  assert.equal(mean, 12);
  assert.ok(Math.abs(halfWidth - (4.3 * 2) / Math.sqrt(3)) < 1e-9);
  assert.ok(Number.isNaN(interval([10]).halfWidth));
});

test('what pairs have in common falls out of their difference', () => {
  const { mean, halfWidth } = pairedDifference([101, 201, 301], [100, 200, 300]);
  assert.deepEqual([mean, halfWidth], [1, 0]);
});

test('quantiles are values that were seen', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  assert.deepEqual([quantile(values, 0.5), quantile(values, 0.95), quantile([7], 0.95)], [50, 95, 7]);
});

test('every way comes first, second and last equally often', () => {
  const orders = Array.from({ length: 6 }, (_, block) => order(block));
  for (const way of Object.keys(WAYS)) {
    for (const place of [0, 1, 2]) assert.equal(orders.filter((each) => each[place] === way).length, 2, `${way} at ${place}`);
  }
});

test('the extension is compared with the agent, not with nothing', () => {
  const run = (value) => ({ startup: value, cpu: value, p50: value, p95: value, heap: value, rss: value });
  const rows = summarize({ bare: [run(1), run(2)], agent: [run(5), run(6)], extension: [run(6), run(7)] });
  assert.ok(rows.every(({ agentCosts, extensionCosts }) => agentCosts.mean === 4 && extensionCosts.mean === 1));
});

test('a report is compared with its own spans', () => {
  const result = (benchmark, p50) => ({
    benchmark: `dev.pitwall.agent.${benchmark}`,
    primaryMetric: { scorePercentiles: { '50.0': p50, '99.0': 2 * p50 } },
    secondaryMetrics: { 'gc.alloc.rate.norm': { score: 100 } },
  });
  const names = ['chat', 'tool', 'handoffToAnAgent', 'artifact', 'gate', 'chunk', 'wholeRun'];
  const rows = reportRows([...names.map((name) => result(`ReportBenchmark.${name}`, 3)), ...names.slice(0, 3).map((name) => result(`SpanBenchmark.${name}`, 1))]);
  assert.deepEqual(rows[0], { title: 'model call', p50: 3, p99: 6, bytes: 100, spans: 1, spansBytes: 100, onTop: 2 });
  assert.equal(rows.at(-1).onTop, undefined);
});

test('only the numbers of the page are written', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'page-')), 'page.md');
  fs.writeFileSync(file, 'before\n<!-- numbers: written by tools/performance.mjs -->\nold\n<!-- end of numbers -->\nafter\n');
  writePage(file, 'new');
  assert.equal(fs.readFileSync(file, 'utf8'), 'before\n<!-- numbers: written by tools/performance.mjs -->\n\nnew\n\n<!-- end of numbers -->\nafter\n');
  fs.writeFileSync(file, 'no place');
  assert.throws(() => writePage(file, 'new'), /has no place for numbers/);
});
