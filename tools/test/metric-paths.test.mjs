import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againstConventions, canonical, dashboardQueries, different, expectations, lacking } from '../checks/metric-paths.mjs';

const TARGET = { job: 'pitwall/every-metric', instance: 'here:1' };
const DURATION = {
  metric: 'pitwall.work.duration',
  series: ['pitwall_work_duration_seconds_bucket', 'pitwall_work_duration_seconds_sum', 'pitwall_work_duration_seconds_count'],
  labels: ['gen_ai_agent_name'],
  bounds: [0.5, 300],
};

function point(name, labels = {}, value = '1') {
  return { metric: { __name__: name, ...TARGET, gen_ai_agent_name: 'a', otel_scope_name: 'dev.pitwall', ...labels }, value: [0, value] };
}

const stored = (spelling = ['0.5', '300', '+Inf']) => [
  ...spelling.map((le) => point('pitwall_work_duration_seconds_bucket', { le })),
  point('pitwall_work_duration_seconds_sum'),
  point('pitwall_work_duration_seconds_count'),
];

test('reads what the program expected only once all is reported', () => {
  assert.equal(expectations('warning\n{"metric":"a"}\n'), undefined);
  assert.deepEqual(expectations('warning\n{"metric":"a"}\nreported\n'), [{ metric: 'a' }]);
});

test('accepts both spellings of bounds', () => {
  assert.deepEqual(againstConventions([DURATION], stored(), TARGET), []);
  assert.deepEqual(againstConventions([DURATION], stored(['0.5', '300.0', '+Inf']), TARGET), []);
});

test('tells a series that is missing and one that nobody knows', () => {
  const vector = [...stored().slice(0, -1), point('pitwall_work_duration_count')];
  assert.deepEqual(againstConventions([DURATION], vector, TARGET), [
    'pitwall_work_duration_count is no series of the conventions',
    'pitwall_work_duration_seconds_count is missing',
  ]);
});

test('tells labels, bounds and origins that differ', () => {
  const [first, ...others] = stored();
  delete first.metric.gen_ai_agent_name;
  assert.deepEqual(againstConventions([DURATION], [first, ...others], TARGET), ['pitwall_work_duration_seconds_bucket: labels without gen_ai_agent_name']);
  assert.deepEqual(againstConventions([DURATION], stored(['0.5', '400', '+Inf']), TARGET), [
    'pitwall_work_duration_seconds_bucket: bounds without 300; also 400',
  ]);
  assert.match(againstConventions([DURATION], stored(), { job: 'x', instance: 'y' })[0], /is of job pitwall\/every-metric, instance here:1/);
});

test('compares vectors by labels and values, whatever their order and scope', () => {
  const one = [point('a', { le: '300' }, '2'), point('b')];
  const other = [point('b', { otel_scope_name: 'x' }), point('a', { le: '300.0' }, '2.0')];
  assert.equal(different(canonical(one), canonical(other)), undefined);
  const run = (id) => [point('r', { pitwall_run_id: id })];
  assert.equal(different(canonical(run('1'), false), canonical(run('2'), false)), undefined);
  assert.notEqual(different(canonical(run('1')), canonical(run('2'))), undefined);
  const added = (value) => canonical([point('s', {}, value)]);
  assert.equal(different(added('99.524535947'), added('99.52453594700005')), undefined);
  assert.notEqual(different(added('99.524535947'), added('99.524535948')), undefined);
  const more = [point('b'), point('a', { le: '300' }, '3')];
  assert.match(different(canonical(one), canonical(more)), /^without .*le=300 2; also .*le=300 3$/);
  assert.equal(different(canonical(one, false), canonical(more, false)), undefined);
});

test('wants everywhere what one path has all the while, and lets pass what comes and goes', () => {
  const path = (name, seen, steady) => ({ name, seen: new Set(seen), steady: new Set(steady) });
  assert.equal(lacking([path('one', ['a', 'b'], ['a']), path('other', ['a'], [])]), undefined);
  assert.equal(lacking([path('one', ['b'], []), path('other', ['b', 'a'], ['a'])]), 'one lacks a, which other has');
});

test('fills every variable of the dashboards', () => {
  const queries = dashboardQueries();
  assert.ok(queries.length > 20);
  assert.ok(queries.every(({ query }) => !query.includes('$')));
  assert.ok(queries.some(({ mayBeEmpty }) => mayBeEmpty));
  assert.ok(queries.every(({ query }) => !query.includes('otelcol_')), 'the Collector’s own');
});
