import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from '../complaints.mjs';

test('repeats why something failed, once, and nothing else', () => {
  const output = `[INFO] Tests run: 3
[ERROR] LoopTest.fires:12 expected: <1> but was: <2>
[ERROR] LoopTest.fires:12 expected: <1> but was: <2>
  ✓ one joint: holds
failed joint: every rule: one lacks a series
not ok 3 - adds
`;
  assert.deepEqual(complaints(output), ['[ERROR] LoopTest.fires:12 expected: <1> but was: <2>', 'failed joint: every rule: one lacks a series', 'not ok 3 - adds']);
});

test('tells a few of many', () => {
  const many = Array.from({ length: 20 }, (_, i) => `not ok ${i}`).join('\n');
  const told = complaints(many);
  assert.equal(told.length, 9);
  assert.equal(told.at(-1), 'and 12 more lines');
});

test('says nothing of a run in which nothing is wrong', () => {
  assert.deepEqual(complaints('[INFO] BUILD SUCCESS\n17 joints hold, 0 failed\n'), []);
});
