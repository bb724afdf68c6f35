import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ProcessFailed, Processes } from '../processes.mjs';
import { until } from '../wait.mjs';

const FOREVER = ['node', '-e', 'setInterval(() => {}, 1000); console.log("up")'];

let logs;
let processes;

beforeEach(() => {
  logs = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-processes-'));
  processes = new Processes(logs);
});

afterEach(async () => {
  await processes.stopAll();
  fs.rmSync(logs, { recursive: true });
});

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const isUp = (name) => async () => fs.readFileSync(processes.logOf(name), 'utf8').includes('up');

test('ends what it started and nothing else', async () => {
  const stranger = spawn(FOREVER[0], FOREVER.slice(1), { stdio: 'ignore' });
  try {
    await processes.startAndAwait({ name: 'ours', command: FOREVER }, isUp('ours'), 10);
    const [pid] = processes.pids;
    await processes.stopAll();
    assert.equal(isAlive(pid), false);
    assert.deepEqual(processes.pids, []);
    assert.equal(isAlive(stranger.pid), true);
  } finally {
    stranger.kill();
    await once(stranger, 'exit');
  }
});

test('ends what a program started in turn', async () => {
  const parent = `const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {stdio: 'inherit'});
    console.log('up ' + c.pid + ' .'); setInterval(() => {}, 1000)`;
  await processes.startAndAwait({ name: 'parent', command: ['node', '-e', parent] }, isUp('parent'), 10);
  const grandchild = Number(/up (\d+) \./.exec(fs.readFileSync(processes.logOf('parent'), 'utf8'))[1]);
  await processes.stopAll();
  await until('the grandchild is gone', async () => !isAlive(grandchild), { timeoutSeconds: 5 });
});

test('ends a program that ignores the polite signal', { timeout: 30_000 }, async () => {
  const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")';
  const stubborn = new Processes(logs, { graceSeconds: 0.2 });
  await stubborn.startAndAwait({ name: 'deaf', command: ['node', '-e', deaf] }, isUp('deaf'), 10);
  const [pid] = stubborn.pids;
  await stubborn.stopAll();
  assert.equal(isAlive(pid), false);
});

test('says which program crashed and shows the end of its log', async () => {
  const crashed = once(processes, 'crashed');
  processes.start({ name: 'weak', command: ['node', '-e', 'console.log("last words"); process.exit(3)'] });
  const [failure] = await crashed;
  assert.ok(failure instanceof ProcessFailed);
  assert.match(failure.message, /^weak ended with exit code 3\. Log: .*weak\.log/);
  assert.match(failure.message, /last words/);
});

test('an end that we asked for is no crash', async () => {
  let crashes = 0;
  processes.on('crashed', () => (crashes += 1));
  await processes.startAndAwait({ name: 'ours', command: FOREVER }, isUp('ours'), 10);
  await processes.stopAll();
  assert.equal(crashes, 0);
});

test('a program that dies while it is awaited is told at once, not after the time limit', { timeout: 20_000 }, async () => {
  const weak = { name: 'weak', command: ['node', '-e', 'process.exit(3)'] };
  await assert.rejects(
    processes.startAndAwait(weak, async () => false, 600),
    /weak ended with exit code 3/,
  );
});

test('a program that cannot be started is named', async () => {
  await assert.rejects(processes.run({ name: 'ghost', command: ['/no/such/program'] }), /^ProcessFailed: ghost /);
});

test('nothing is started once everything is being stopped', async () => {
  await processes.stopAll();
  assert.throws(() => processes.start({ name: 'late', command: FOREVER }), /late is not started/);
});
