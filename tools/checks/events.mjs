import { count, expect } from './expect.mjs';

const RUN = 'pitwall.run.id';

/** Events that every finished healthy run must have. */
const OF_A_RUN = [
  ...['pitwall.run.started', 'pitwall.run.completed'],
  ...['pitwall.handoff.offered', 'pitwall.handoff.accepted', 'pitwall.handoff.completed'],
  ...['pitwall.approval.requested', 'pitwall.approval.decided'],
];

const VERDICTS = ['gen_ai.evaluation.result', 'pitwall.gate.decided'];

/**
 * Checks the workflow log of runs that ended well.
 *
 * @param {object[]} events of all runs
 * @param {string[]} runs ids
 * @returns {string} what was seen
 */
export function checkRunLogs(events, runs) {
  const logs = runs.map((run) => ({ run, log: events.filter((event) => event.attributes[RUN] === run) }));
  for (const { run, log } of logs) checkRunLog(run, log);
  const numbers = OF_A_RUN.map((name) => `${logs.flatMap(({ log }) => named(log, name)).length} ${name.replace('pitwall.', '')}`);
  return `${count(runs.length, 'run')}, sequences without a gap: ${numbers.join(', ')}`;
}

function checkRunLog(run, log) {
  for (const name of OF_A_RUN) expect(named(log, name).length > 0, `run ${run} has no ${name}`);
  expect(VERDICTS.some((name) => named(log, name).length > 0), `run ${run} has neither ${VERDICTS.join(' nor ')}`);
  for (const name of ['pitwall.run.started', 'pitwall.run.completed']) {
    expect(named(log, name).length === 1, `run ${run} has ${name} ${named(log, name).length} times`);
  }
  checkPairs(run, log, 'pitwall.handoff', 'offered', 'accepted');
  checkPairs(run, log, 'pitwall.handoff', 'accepted', 'completed');
  checkPairs(run, log, 'pitwall.approval', 'requested', 'decided');
  checkSequence(run, log);
}

function checkPairs(run, log, subject, first, second) {
  const ids = (stage) => named(log, `${subject}.${stage}`).map((event) => event.attributes[`${subject}.id`]);
  const later = new Set(ids(second));
  const open = ids(first).filter((id) => !later.has(id));
  expect(open.length === 0, `run ${run}: ${count(open.length, subject)} ${first} but never ${second}`);
}

/** Numbers each event once, from the first to the last. */
function checkSequence(run, log) {
  const numbers = log.map((event) => event.attributes['pitwall.event.sequence']).sort((a, b) => a - b);
  const first = named(log, 'pitwall.run.started')[0].attributes['pitwall.event.sequence'];
  numbers.forEach((number, i) => {
    expect(number === first + i, `run ${run}: event ${first + i} is missing or doubled (found ${numbers.join(', ')})`);
  });
}

/** Events of a name. */
export const named = (events, name) => events.filter((event) => event.name === name);
