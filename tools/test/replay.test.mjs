import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { sameFindings } from '../checks/replay.mjs';
import { writeRecording } from '../performance/recording.mjs';
import { replayText, speed } from '../performance/replay.mjs';

const finding = (run, type, cause) => ({
  name: 'pitwall.finding.opened',
  at: 2000,
  attributes: { 'pitwall.run.id': run, 'pitwall.finding.id': `${run}-1`, 'pitwall.finding.type': type, 'pitwall.finding.subject': 's', 'pitwall.finding.cause': cause, 'pitwall.finding.onset': 1000 },
});
const over = (run) => ({ name: 'pitwall.run.completed', at: 3000, attributes: { 'pitwall.run.id': run } });
const printed = (run, type, kind, subject) => JSON.stringify({ run, type, subject: 's', causes: [{ kind, subject }] });

test('the replay must find what was found live', () => {
  const events = [finding('a', 'loop', 'agent:x'), over('a')];
  assert.equal(sameFindings(events, printed('a', 'loop', 'agent', 'x')), '1 finding of 1 run');
  assert.throws(() => sameFindings(events, ''), /not found again: loop of s in a \(agent:x\)/);
  assert.throws(() => sameFindings(events, printed('a', 'loop', 'agent', 'y')), /not found again/);
});

test('and nothing else', () => {
  assert.throws(() => sameFindings([over('a')], printed('a', 'stall', 'agent', 'x')), /found besides: stall of s in a/);
});

test('runs that go on, and those whose trouble only the JVM knew, are not compared', () => {
  const events = [finding('open', 'loop', 'agent:x'), finding('jvm', 'deadlock', 'resource:ReentrantLock@1'), over('jvm')];
  assert.equal(sameFindings(events, printed('jvm', 'stall', 'edge', 'e')), '0 findings of 0 runs');
});

test('a made-up recording is of the size that was asked for, and the same each time', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-'));
  const [one, other] = ['one', 'other'].map((name) => path.join(folder, name));
  const counts = await writeRecording(one, 300_000);
  await writeRecording(other, 300_000);
  const text = fs.readFileSync(one, 'utf8');
  assert.ok(counts.bytes >= 300_000 && counts.bytes === Buffer.byteLength(text));
  assert.equal(text, fs.readFileSync(other, 'utf8'));
  const requests = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  const spans = requests.flatMap(({ resourceSpans = [] }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
  assert.equal(spans.length, counts.spans);
  const ids = new Set(spans.map(({ spanId }) => spanId));
  assert.ok(spans.every(({ parentSpanId }) => parentSpanId === '' || ids.has(parentSpanId)));
  fs.rmSync(folder, { recursive: true });
});

test('speed is of the CPU and not of the clock', () => {
  const row = { bytes: 200e6, cpuSeconds: 2, spans: 1, entries: 1, runs: 1, flags: '-Xmx1g', spills: 0 };
  assert.equal(speed(row), 100);
  assert.match(replayText([row]), /\| 200 \| 1 \| 1 \| 1 \| `-Xmx1g` \| 0 \| 2\.0 \| 100 \|/);
});
