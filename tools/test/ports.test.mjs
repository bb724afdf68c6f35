import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { LOOPBACK, allocatePorts, isFree } from '../ports.mjs';

async function listening(run) {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, LOOPBACK, resolve));
  try {
    await run(server.address().port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test('replaces a busy port by the next free one and says whose', () =>
  listening(async (busy) => {
    const { ports, replaced } = await allocatePorts({ preview: busy });
    assert.ok(ports.preview > busy);
    assert.ok(await isFree(ports.preview));
    assert.deepEqual(replaced, ['preview']);
  }));

test('keeps a free port', () =>
  listening(async (busy) => {
    const free = (await allocatePorts({ a: busy })).ports.a;
    assert.deepEqual(await allocatePorts({ a: free }), { ports: { a: free }, replaced: [] });
  }));

test('never gives a replacement that another program prefers, nor one port twice', () =>
  listening(async (busy) => {
    const { ports } = await allocatePorts({ a: busy, b: busy, c: busy + 1 });
    assert.equal(new Set(Object.values(ports)).size, 3);
    assert.notEqual(ports.a, busy + 1);
    assert.notEqual(ports.b, busy + 1);
  }));
