import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken } from '../detection/bar.mjs';
import { sections } from '../detection/tables.mjs';

const share = (value) => ({ value, least: value - 0.01, most: Math.min(1, value + 0.01) });

const score = (changes = {}) => ({
  expected: 60,
  found: 59,
  falseAlarms: 0,
  reopened: 1,
  precision: share(1),
  recall: share(0.983),
  f1: 0.991,
  firstCause: share(0.95),
  amongThree: share(1),
  delayMedian: 0.4,
  delayP95: 12,
  onsetMedian: 30,
  ...changes,
});

const report = (changes = {}) => ({
  all: score(),
  types: { loop: score() },
  scenarios: { 'loop/same-call': score({ expected: 20, found: 19 }) },
  alarmsByScenario: {},
  labels: { trouble: 60, hard_negative: 40, healthy: 900 },
  falseAlarmsIn: { trouble: 0, hard_negative: 0, healthy: 0 },
  catalogue: [
    { type: 'loop', name: 'same-call', what: 'the same again', kind: 'trouble', visibility: 'spans_with_content' },
    { type: 'loop', name: 'polling', what: 'a state that changes', kind: 'hard_negative', visibility: 'spans' },
  ],
  ...changes,
});

test('nothing is said of figures that keep the promise', () => {
  assert.deepEqual(broken(report()), []);
});

test('each broken part of the promise is named with its figure', () => {
  const problems = broken(
    report({
      all: score({ precision: share(0.97), delayMedian: 6 }),
      types: { loop: score({ recall: share(0.85) }), stall: score({ expected: 0 }) },
      falseAlarmsIn: { trouble: 0, hard_negative: 0, healthy: 2 },
    }),
  );
  assert.deepEqual(problems, [
    'precision is 0.970 and not 0.98',
    'the median delay is 6 s and not 5 s at most',
    'recall of loop is 0.850 and not 0.9',
    'no stall was played',
    '2 false alarms in healthy runs',
  ]);
});

test('nothing found at all has no delay and is no success', () => {
  assert.equal(broken(report({ all: score({ delayMedian: -1 }) })).length, 1);
});

test('the page has a row for each type and each scenario', () => {
  const texts = sections({ full: report(), standard: report({ alarmsByScenario: { 'loop/polling': 3 } }) }, 20, 'here and now');
  assert.match(texts.full, /^here and now\n\n- 20 seeds: 60 troubles/);
  assert.match(texts.full, /\| `loop` \| 60 \| 59 \| 0 \| 1\.000 /);
  assert.match(texts.scenarios, /\| `loop\/same-call` \| the same again \| 19 of 20 \| 19 of 20 \|/);
  assert.match(texts.scenarios, /\| `loop\/polling` \| a state that changes \| left alone \| 3 false \|/);
});

test('types that cannot be seen are left out of the table of standard spans', () => {
  const standard = report({ types: { loop: score(), deadlock: score({ expected: 0, found: 0 }) } });
  assert.doesNotMatch(sections({ full: report(), standard }, 20, '').standard, /deadlock/);
});
