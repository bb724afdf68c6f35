import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { Joints } from '../checks/joints.mjs';
import { checkPrivacy } from '../checks/privacy.mjs';
import { lock } from '../lock.mjs';
import { parseOptions } from '../options.mjs';
import { chooseModel } from '../stack/model.mjs';
import { table } from '../table.mjs';
import { until } from '../wait.mjs';

const REAL = { OPENAI_BASE_URL: 'http://model.example/v1', OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' };

test('uses a real endpoint only when address, key and model are all set', () => {
  assert.equal(chooseModel(REAL, { offlineOnly: false }).offline, false);
  assert.deepEqual(chooseModel({}, { offlineOnly: false }), { offline: true });
  const partly = chooseModel({ OPENAI_API_KEY: 'k' }, { offlineOnly: false });
  assert.equal(partly.offline, true);
  assert.match(partly.notice, /OPENAI_API_KEY set, but not OPENAI_BASE_URL, OPENAI_MODEL/);
});

test('the check never leaves the machine', () => {
  const { offline, notice } = chooseModel(REAL, { offlineOnly: true });
  assert.equal(offline, true);
  assert.match(notice, /ignored/);
});

test('names the joint that failed, where its log is, and goes on with the next', async () => {
  const said = [];
  const joints = new Joints((text) => said.push(text));
  const broken = await joints.check('traces', ['collector', 'zipkin'], async () => {
    throw new Error('no span arrived');
  });
  const whole = await joints.check('jobs', ['desk'], async () => '3 done');
  assert.deepEqual([broken, whole, joints.allHold], [false, true, false]);
  assert.match(said.join('\n'), /✗ traces: no span arrived\n.*logs\/collector\.log, .*logs\/zipkin\.log\n.*✓ jobs: 3 done/);
  assert.deepEqual(joints.summary().slice(-1), ['1 joints hold, 1 failed']);
  assert.match(joints.summary()[0], /failed joint: traces: no span arrived \(log: /);
});

test('a topic or a command line in the telemetry is told', () => {
  assert.match(checkPrivacy('{"name":"chat"}', ['night trains']), /^none of 1/);
  assert.throws(() => checkPrivacy('{"prompt":"on night trains"}', ['night trains']), /"night trains" of a job is in/);
  assert.throws(() => checkPrivacy('{"key":"process.command_args"}', []), /process.command_args is exported/);
});

test('refuses an unknown option with the usage', () => {
  assert.deepEqual(parseOptions(['--check']), { check: true, help: false });
  assert.throws(() => parseOptions(['--chekc']), /unknown option --chekc\n\nUsage/);
});

test('a second demo of the checkout is refused while the first runs, not after it', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-lock-'));
  const file = path.join(folder, 'demo.lock');
  const script = path.join(folder, 'demo.mjs');
  fs.writeFileSync(script, 'console.log("up"); setInterval(() => {}, 1000);');
  const first = spawn('node', [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(first.stdout, 'data');
    fs.writeFileSync(file, String(first.pid));
    assert.throws(() => lock(file), new RegExp(`process ${first.pid}.*Nothing was started`));
  } finally {
    first.kill();
    await once(first, 'exit');
  }
  const unlock = lock(file);
  assert.equal(fs.readFileSync(file, 'utf8'), String(process.pid));
  unlock();
  assert.equal(fs.existsSync(file), false);
  fs.rmSync(folder, { recursive: true });
});

test('a process id that belongs to another program by now does not block', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-lock-'));
  const file = path.join(folder, 'demo.lock');
  fs.writeFileSync(file, String(process.ppid));
  lock(file)();
  fs.rmSync(folder, { recursive: true });
});

test('gives up with the last reason', async () => {
  const failing = async () => {
    throw new Error('connection refused');
  };
  await assert.rejects(until('desk ready', failing, { timeoutSeconds: 0.05, everyMillis: 10 }), /desk ready: not within 0.05 s \(last: connection refused\)/);
});

test('puts further lines of a row below its text', () => {
  assert.equal(table([['inbox', 'http://a', 'alerts'], ['logs', 'b']], ''), 'inbox  http://a\n       alerts\nlogs   b');
});
