import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../paths.mjs';

const NEEDED = { javac: 'javac 17.0.1', mvn: '', go: 'go1.26.0', node: 'v20.1.0', npm: '', chromium: '' };

/** Runs the check of tools on a machine that has only the given ones, each printing its version. */
function check(tools, argument = 'chromium') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pitwall-requirements-'));
  try {
    for (const [name, version] of Object.entries(tools)) {
      fs.writeFileSync(path.join(folder, name), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
    }
    for (const name of ['grep', 'head', 'cut', 'id']) fs.symlinkSync(`/usr/bin/${name}`, path.join(folder, name));
    const script = `source ${ROOT}/tools/requirements.sh; require_tools ${argument}`;
    return spawnSync('/bin/bash', ['--norc', '-c', script], { encoding: 'utf8', env: { PATH: folder } });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('passes where everything is there', () => {
  const { status, stderr } = check(NEEDED);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('names what is missing together with the command that installs it', () => {
  const { mvn, chromium, ...rest } = NEEDED;
  const { status, stderr } = check(rest);
  assert.equal(status, 1);
  assert.match(stderr, /Maven \(mvn\)/);
  assert.match(stderr, /apt-get install -y maven chromium$/m);
  assert.match(stderr, /Nothing was started/);
});

test('takes an old version for a missing tool', () => {
  const { stderr } = check({ ...NEEDED, javac: 'javac 11.0.2', node: 'v18.19.0', go: 'go1.19.8' });
  assert.match(stderr, /apt-get install -y openjdk-17-jdk-headless golang nodejs$/m);
});

test('needs no browser where a person looks', () => {
  const { chromium, ...rest } = NEEDED;
  assert.equal(check(rest, '').status, 0);
});
