import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getText } from '../http.mjs';
import { startExporters } from '../scale/exporters.mjs';
import { firstLoads } from '../scale/loads.mjs';
import { recordedOf, seriesOf } from '../scale/series.mjs';

const CONVENTIONS = [
  { metric: 'pitwall.runs.active', series: ['pitwall_runs_active'], labels: ['gen_ai_workflow_name'], bounds: [] },
  { metric: 'pitwall.finding.active', series: ['pitwall_finding_active'], labels: ['pitwall_finding_type', 'pitwall_finding_id'], bounds: [] },
  { metric: 'pitwall.handoffs.lost', series: ['pitwall_handoffs_lost_total'], labels: ['pitwall_handoff_source', 'pitwall_handoff_target'], bounds: [] },
  {
    metric: 'gen_ai.invoke_workflow.duration',
    series: ['_bucket', '_sum', '_count'].map((end) => `gen_ai_invoke_workflow_duration_seconds${end}`),
    labels: ['gen_ai_workflow_name', 'error_type'],
    bounds: [1, 5, 10],
  },
  { metric: 'pitwall.run.age', series: ['pitwall_run_age_seconds'], labels: ['pitwall_run_id'], bounds: [] },
];
const key = ({ name, labels }) => JSON.stringify([name, labels]);
const named = (all, name) => all.filter((each) => each.name === name);

test('no two series of a fleet are one', () => {
  const all = [0, 1, 2, 50].flatMap((service) => seriesOf(CONVENTIONS, service, 3));
  assert.equal(new Set(all.map(key)).size, all.length);
});

test('a service that is well has no finding and loses nothing, one in fifty has and does', () => {
  const [troubled, well] = [seriesOf(CONVENTIONS, 50, 2), seriesOf(CONVENTIONS, 51, 2)];
  assert.equal(named(well, 'pitwall_finding_active').length, 0);
  assert.ok(named(troubled, 'pitwall_finding_active').length > 0);
  assert.equal(named(well, 'pitwall_handoffs_lost_total').length, 0);
  assert.ok(named(troubled, 'pitwall_handoffs_lost_total').every(({ rate }) => rate > 0));
});

test('buckets only grow with their bounds, and the last is the count', () => {
  const well = seriesOf(CONVENTIONS, 1, 1);
  const buckets = named(well, 'gen_ai_invoke_workflow_duration_seconds_bucket');
  assert.deepEqual(buckets.map(({ labels }) => labels.le), ['1', '5', '10', '+Inf']);
  assert.deepEqual(buckets.map(({ rate }) => rate), buckets.map(({ rate }) => rate).toSorted((a, b) => a - b));
  assert.equal(buckets.at(-1).rate, named(well, 'gen_ai_invoke_workflow_duration_seconds_count')[0].rate);
});

test('no service reports both generations of model calls', () => {
  const generations = ['gen_ai_client_token_usage_sum', 'gen_ai_client_inference_usage_input_tokens_total'];
  const conventions = generations.map((name) => ({ metric: name, series: [name], labels: [], bounds: [1] }));
  for (const service of [0, 1]) assert.deepEqual(seriesOf(conventions, service, 1).map(({ name }) => name), [generations[service]]);
});

test('what rules recorded is of workflows, and shares are shares', () => {
  const [runs, ...shares] = recordedOf(1);
  assert.ok(runs.base > 0 && runs.name.endsWith('runs:increase1h'));
  assert.deepEqual(Object.keys(runs.labels), ['cluster', 'job', 'gen_ai_workflow_name']);
  assert.ok(shares.every(({ base }) => base >= 0 && base <= 1));
  assert.equal(new Set(recordedOf(1).map(key)).size, 3);
});

test('series of single runs are off as they are by default', () => {
  assert.equal(named(seriesOf(CONVENTIONS, 0, 1), 'pitwall_run_age_seconds').length, 0);
});

test('exporters share the fleet and go on where its past ended', async () => {
  const all = [0, 1].flatMap((service) => seriesOf(CONVENTIONS, service, 1));
  const { targets, stop } = await startExporters(all, 3, Date.now() - 1000_000);
  try {
    const lines = (await Promise.all(targets.map((target) => getText(`http://${target}/metrics`)))).flatMap((text) => text.trim().split('\n'));
    assert.equal(lines.length, all.length);
    const count = lines.find((line) => line.startsWith('gen_ai_invoke_workflow_duration_seconds_count{') && line.includes('service-0001'));
    assert.ok(Number(count.split(' ').at(-1)) >= 1000 * 0.05, count);
  } finally {
    stop();
  }
});

test('a first load has no variable left in any query', () => {
  for (const { dashboard, seconds, queries } of firstLoads()) {
    assert.ok(seconds > 0 && queries.length > 0, dashboard);
    for (const { what, expr } of queries) assert.doesNotMatch(expr, /\$/, `${dashboard}, ${what}`);
  }
});
