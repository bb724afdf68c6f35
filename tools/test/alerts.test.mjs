import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, matrix, rows, toldOf } from '../alerts/matrix.mjs';
import { chosen, deskNames } from '../alerts/play.mjs';
import { Receiver } from '../alerts/receiver.mjs';

const alert = (alertname, job, more = {}) => ({ status: 'firing', labels: { alertname, job, severity: 'warning', ...more }, annotations: {} });
const seen = (at, ...args) => ({ at, ...alert(...args) });

test('what one service raised is not told of another', () => {
  const fired = [seen(1000, 'Loop', 'desk-loop'), seen(1500, 'Stall', 'desk-stall')];
  const notifications = [{ at: 3000, alerts: [alert('Loop', 'desk-loop'), alert('Stall', 'desk-stall')] }];
  const told = toldOf('desk-loop', { fired, notifications });
  assert.deepEqual([...told.keys()], ['Loop']);
  assert.deepEqual([told.get('Loop').firedAt, told.get('Loop').toldAt], [1000, 3000]);
});

test('an alert that fires and is muted is not told', () => {
  const told = toldOf('desk-loop', { fired: [seen(1, 'Loop', 'desk-loop'), seen(1, 'Symptom', 'desk-loop')], notifications: [{ at: 2, alerts: [alert('Loop', 'desk-loop')] }] });
  assert.deepEqual(judge({ alerts: ['Loop'] }, told), []);
});

test('a missing alert and one too many are both said', () => {
  const told = toldOf('desk-loop', { fired: [], notifications: [{ at: 2, alerts: [alert('Symptom', 'desk-loop')] }] });
  assert.deepEqual(judge({ alerts: ['Loop'] }, told), ['Loop was not told', 'also told: Symptom']);
});

test('what may follow is not too many', () => {
  const told = toldOf('d', { fired: [], notifications: [{ at: 2, alerts: [alert('Deadlock', 'd'), alert('HeldUp', 'd')] }] });
  assert.deepEqual(judge({ alerts: ['Deadlock'], later: ['HeldUp'] }, told), []);
});

test('delays are counted from joint to joint', () => {
  const labels = { pitwall_finding_id: 'f1', pitwall_finding_cause: 'agent:a' };
  const told = toldOf('d', { fired: [seen(9000, 'Loop', 'd', labels)], notifications: [{ at: 9500, alerts: [alert('Loop', 'd', labels)] }] });
  const events = [{ name: 'pitwall.finding.opened', at: 6000, attributes: { 'pitwall.finding.id': 'f1' } }];
  const [line] = rows({ fault: 'loop', alerts: ['Loop'], beganAt: 1000 }, told, events);
  assert.deepEqual([line.found, line.fires, line.told, line.cause], [5, 3, 0.5, 'agent:a']);
  assert.match(matrix([line]), /\| loop \| `Loop` \| warning \| agent:a \| 5\.0 \| 3\.0 \| 0\.5 \|/);
});

test('an alert that was never told is a gap of the matrix', () => {
  assert.match(matrix(rows({ fault: 'loop', alerts: ['Loop'], beganAt: 0 }, new Map(), [])), /\| loop \| `Loop` \| missing \| – \| – \| – \| – \|/);
});

test('every fault has a service of its own', () => {
  const names = deskNames(chosen(), 1);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.every((name) => /^[a-z0-9-]+$/.test(name)));
  assert.throws(() => chosen(['lopp']), /no fault is called lopp; there are .*loop/);
});

test('the receiver remembers what fires and forgets what is over', async () => {
  const receiver = await Receiver.start();
  try {
    const send = (...alerts) => fetch(receiver.url, { method: 'POST', body: JSON.stringify({ alerts }) });
    await send(alert('Loop', 'd'));
    await send({ ...alert('Loop', 'd'), status: 'resolved' });
    assert.equal(receiver.notifications.length, 1);
  } finally {
    receiver.stop();
  }
});
