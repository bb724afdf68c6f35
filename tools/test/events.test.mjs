import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRunLogs } from '../checks/events.mjs';

/** A healthy run's log, numbered from 1. */
function log(run = 'r') {
  const names = [
    ['pitwall.run.started'],
    ['pitwall.handoff.offered', { 'pitwall.handoff.id': 'h' }],
    ['pitwall.handoff.accepted', { 'pitwall.handoff.id': 'h' }],
    ['gen_ai.evaluation.result'],
    ['pitwall.handoff.completed', { 'pitwall.handoff.id': 'h' }],
    ['pitwall.approval.requested', { 'pitwall.approval.id': 'a' }],
    ['pitwall.approval.decided', { 'pitwall.approval.id': 'a' }],
    ['pitwall.run.completed'],
  ];
  return number(run, names);
}

const number = (run, names) =>
  names.map(([name, more], i) => ({ name, attributes: { 'pitwall.run.id': run, 'pitwall.event.sequence': i + 1, ...more } }));

test('accepts whole logs, in whatever order their lines arrive', () => {
  assert.match(checkRunLogs([...log('a'), ...log('b')].reverse(), ['a', 'b']), /^2 runs, sequences without a gap: 2 run.started/);
});

test('a lost event is told by its number', () => {
  const events = log().filter((event) => event.name !== 'gen_ai.evaluation.result');
  events.push({ name: 'pitwall.gate.decided', attributes: { 'pitwall.run.id': 'r', 'pitwall.event.sequence': 9 } });
  assert.throws(() => checkRunLogs(events, ['r']), /event 4 is missing or doubled/);
});

test('a doubled event is told', () => {
  const events = log();
  assert.throws(() => checkRunLogs([...events, events[3]], ['r']), /missing or doubled/);
});

test('an event lost before the first is no gap only if the run was started first', () => {
  const events = [...log(), { name: 'pitwall.run.progressed', attributes: { 'pitwall.run.id': 'r', 'pitwall.event.sequence': 0 } }];
  assert.throws(() => checkRunLogs(events, ['r']), /missing or doubled/);
});

test('a handoff that was accepted and never completed is told', () => {
  const events = log();
  events[4].attributes['pitwall.handoff.id'] = 'another';
  assert.throws(() => checkRunLogs(events, ['r']), /1 pitwall.handoff accepted but never completed/);
});

test('an approval that nobody decided is told', () => {
  const events = log().filter((event) => event.name !== 'pitwall.approval.decided');
  assert.throws(() => checkRunLogs(events, ['r']), /has no pitwall.approval.decided/);
});

test('a run without any verdict on quality is told', () => {
  const events = log().filter((event) => event.name !== 'gen_ai.evaluation.result');
  assert.throws(() => checkRunLogs(events, ['r']), /neither gen_ai.evaluation.result nor pitwall.gate.decided/);
});
