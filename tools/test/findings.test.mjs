import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, judged } from '../checks/findings.mjs';

const event = (stage, id, type, subject, evidence, at = 5000) => ({
  name: `pitwall.finding.${stage}`,
  at,
  attributes: {
    'pitwall.run.id': 'run',
    'pitwall.finding.id': id,
    'pitwall.finding.type': type,
    'pitwall.finding.subject': subject,
    'pitwall.finding.cause': 'agent:market',
    'pitwall.finding.evidence': evidence,
    'pitwall.finding.onset': 2000,
  },
});

const LOOP = { finding: 'loop', cause: 'agent:market' };

test('a finding is what was said of it last, and its delay is that of the first word', () => {
  const found = findings([
    { name: 'pitwall.run.started', at: 1, attributes: {} },
    event('opened', '1', 'loop', 'market', 'five times'),
    event('resolved', '1', 'loop', 'market', 'ten times', 9000),
  ]);
  assert.deepEqual(found, [{ run: 'run', type: 'loop', subject: 'market', cause: 'agent:market', evidence: 'ten times', delaySeconds: 3 }]);
});

test('the right finding with the right cause is all right', () => {
  assert.deepEqual(judged(LOOP, findings([event('opened', '1', 'loop', 'market', 'seen')])), []);
});

test('a missing finding, another cause and a finding beside it are told', () => {
  assert.deepEqual(judged(LOOP, []), ['no loop was found, but nothing']);
  assert.match(judged({ finding: 'loop', cause: 'tool:' }, findings([event('opened', '1', 'loop', 'market', 'seen')]))[0], /the cause is agent:market and not tool:/);
  const both = findings([event('opened', '1', 'loop', 'market', 'seen'), event('opened', '2', 'stall', 'desk', 'seen')]);
  assert.deepEqual(judged(LOOP, both), ['also found: stall of desk (agent:market)']);
});

test('what may follow is no finding beside it', () => {
  const both = findings([event('opened', '1', 'loop', 'market', 'seen'), event('opened', '2', 'stall', 'desk', 'seen')]);
  assert.deepEqual(judged({ ...LOOP, later: ['stall'] }, both), []);
});

test('a symptom that was taken back into the finding is no finding beside it', () => {
  const both = findings([
    event('opened', '2', 'stall', 'desk', 'seen'),
    event('opened', '1', 'loop', 'market', 'seen; explains also runaway_cost of desk, stall of desk'),
  ]);
  assert.deepEqual(judged(LOOP, both), []);
});
