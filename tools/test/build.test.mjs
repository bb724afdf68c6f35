import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { relocate } from '../components/debian.mjs';
import { firstRecent, isRecent } from '../components/probe.mjs';
import { Stamp } from '../fingerprint.mjs';

let root;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-build-'));
});

afterEach(() => fs.rmSync(root, { recursive: true }));

function write(name, text, mode = 0o644) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
  return file;
}

const stamp = () => new Stamp({ file: path.join(root, 'stamp'), root, inputs: ['src'], outputs: [path.join(root, 'out')] });
const make = async () => write('out', 'made');

test('builds once and not again while nothing changes', async () => {
  write('src/a', '1');
  assert.equal(await stamp().build(make), true);
  write('src/target/result', 'not an input');
  assert.equal(await stamp().build(() => assert.fail('built again')), false);
});

test('builds again after a change, a new file, a rename, or when the result is gone', async () => {
  write('src/a', '1');
  await stamp().build(make);
  const changes = [
    () => write('src/a', '2'),
    () => write('src/b', '1'),
    () => fs.renameSync(path.join(root, 'src/b'), path.join(root, 'src/c')),
    () => fs.rmSync(path.join(root, 'out')),
  ];
  for (const change of changes) {
    change();
    assert.equal(await stamp().build(make), true, change.toString());
  }
});

test('a failed build is not taken for done', async () => {
  write('src/a', '1');
  await assert.rejects(
    stamp().build(async () => {
      throw new Error('no');
    }),
  );
  assert.equal(stamp().isCurrent(), false);
});

test('a build that ends well without its result is told', async () => {
  write('src/a', '1');
  await assert.rejects(stamp().build(async () => {}), /did not make .*out/);
});

test('compares versions by number', () => {
  assert.equal(isRecent('2.42.0', '2.42.0'), true);
  assert.equal(isRecent('3.0.1', '2.42.0'), true);
  assert.equal(isRecent('2.9.9', '2.42.0'), false);
  assert.equal(isRecent('0.24.9', '0.25.0'), false);
});

test('takes the first program that runs and is recent enough', () => {
  const old = write('old', "#!/bin/sh\necho 'prometheus, version 2.15.2 (branch: x)'\n", 0o755);
  const broken = write('broken', '#!/bin/sh\nexit 1\n', 0o755);
  const recent = write('recent', "#!/bin/sh\necho 'prometheus, version 2.53.0 (branch: x)'\n", 0o755);
  const own = write('own', "#!/bin/sh\necho 'prometheus, version  (branch: , revision: unknown)'\n", 0o755);
  assert.deepEqual(firstRecent(['/no/such', broken, old, recent], '2.42.0'), { program: recent, version: '2.53.0' });
  assert.equal(firstRecent([own], '2.42.0').program, own);
  assert.equal(firstRecent(['/no/such', broken, old], '2.42.0'), undefined);
});

test('moves the place of the templates without moving anything else', () => {
  const from = write('alertmanager', 'before\0/usr/share/prometheus/alertmanager/default.tmpl\0after');
  relocate(from, path.join(root, 'moved'));
  const moved = fs.readFileSync(path.join(root, 'moved'), 'latin1');
  assert.equal(moved.length, fs.statSync(from).size);
  assert.match(moved, /^before\0(\.\/)+\/default\.tmpl\0after$/);
});

test('refuses a program that keeps its templates elsewhere', () => {
  const other = write('alertmanager', 'nothing of the kind');
  assert.throws(() => relocate(other, path.join(root, 'moved')), /no longer names/);
});
