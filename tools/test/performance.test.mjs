import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { describe } from '../performance/circumstances.mjs';
import { reportRows } from '../performance/jmh.mjs';
import { mutationRows } from '../performance/mutation.mjs';
import { WAYS, order, summarize } from '../performance/ways.mjs';
import { writeSection } from '../performance/page.mjs';
import { ROOT } from '../paths.mjs';
import { BY_DEFAULT, PARTS } from '../performance/parts.mjs';
import { interval, pairedDifference, quantile } from '../performance/statistics.mjs';
import { isFlat } from '../performance/week.mjs';

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
  const run = (value) => ({ cpu: value, p95: value });
  const rows = summarize({ bare: [run(1), run(2)], agent: [run(5), run(6)], extension: [run(6), run(7)] }, { cpu: {}, p95: {} });
  assert.equal(rows.length, 2);
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

test('only the numbers of that part are written', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'page-')), 'page.md');
  const page = (numbers) =>
    `before\n<!-- numbers of week: written by tools/performance.mjs -->\n${numbers}\n<!-- end of week -->\n` +
    '<!-- numbers of engine: written by tools/performance.mjs -->\nkept\n<!-- end of engine -->\nafter\n';
  fs.writeFileSync(file, page('old'));
  writeSection(file, 'week', 'new');
  assert.equal(fs.readFileSync(file, 'utf8'), page('\nnew\n'));
  fs.writeFileSync(file, 'no place');
  assert.throws(() => writeSection(file, 'week', 'new'), /has no place for numbers/);
});

test('the page has a place for every part', () => {
  const page = fs.readFileSync(path.join(ROOT, 'docs/performance.md'), 'utf8');
  for (const part of Object.keys(PARTS)) {
    assert.ok(page.includes(`<!-- numbers of ${part}: written by tools/performance.mjs -->`), part);
    assert.ok(page.includes(`<!-- end of ${part} -->`), part);
  }
  assert.ok(BY_DEFAULT.every((part) => part in PARTS));
});

const week = (heapOfDay) => Array.from({ length: 28 }, (_, i) => ({ day: (i + 1) / 4, heapBytes: heapOfDay((i + 1) / 4) }));

test('memory that fills up to a bound and then varies is flat', () => {
  assert.ok(isFlat(week((day) => 1e6 * Math.min(day, 2) + 20_000 * (day % 1))).flat);
});

test('memory that grows by two in a hundred a day is not flat', () => {
  assert.ok(!isFlat(week((day) => 1e6 * (1 + 0.02 * day))).flat);
});

test('numbers of a busy machine say so', () => {
  const quiet = { command: 'c', date: 'd', commit: 'a', cpu: 'x', cores: 2, memory: 1, kernel: 'k', java: 'j', before: 0.4, after: 2 };
  assert.doesNotMatch(describe(quiet), /busy/);
  assert.doesNotMatch(describe({ ...quiet, before: 4, timed: false }), /busy/);
  assert.match(describe({ ...quiet, before: 4 }), /load average 4.0 before, 2.0 after. \*\*The machine was busy/);
});

test('changes are counted by detector, and what several detectors share beside them', () => {
  const mutation = (status, file) => `<mutation detected='x' status='${status}' numberOfTestsRun='1'><sourceFile>${file}.java</sourceFile></mutation>`;
  const xml = [
    mutation('KILLED', 'LoopDetector'),
    mutation('TIMED_OUT', 'LoopDetector'),
    mutation('SURVIVED', 'LoopDetector'),
    mutation('NO_COVERAGE', 'Words'),
    mutation('KILLED', 'Detector'),
    mutation('NON_VIABLE', 'Words'),
    mutation('RUN_ERROR', 'Words'),
  ].join('\n');
  assert.deepEqual(mutationRows(xml), [
    { name: 'Loop', made: 3, noticed: 2, untested: 0 },
    { name: 'what they share', made: 2, noticed: 1, untested: 1 },
  ]);
});
