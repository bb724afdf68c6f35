import { count, expect } from './expect.mjs';
import { findings } from './findings.mjs';

const RUN = 'pitwall.run.id';
const OVER = new Set(['pitwall.run.completed', 'pitwall.run.failed', 'pitwall.run.stopped']);
// Who waits for whose lock, only the JVM knows.
const OF_THE_JVM = /^jvm:|ReentrantLock|Monitor/;

/**
 * Whether the replay of what was recorded finds in runs that are over what was found in them live.
 *
 * @param {object[]} events as recorded
 * @param {string} output what the replay has printed, a JSON object a line
 * @returns {string} how many were compared
 */
export function sameFindings(events, output) {
  const live = findings(events);
  const ended = new Set(events.filter(({ name }) => OVER.has(name)).map(({ attributes }) => attributes[RUN]));
  for (const { run, cause } of live) if (OF_THE_JVM.test(cause)) ended.delete(run);
  const of = (all) => all.filter(({ run }) => ended.has(run)).map(({ run, type, subject, cause }) => `${type} of ${subject} in ${run} (${cause})`);
  const [expected, found] = [of(live), of(replayed(output))];
  const missing = without(expected, found);
  const more = without(found, expected);
  expect(missing.length === 0, `not found again: ${missing.join('; ')}`);
  expect(more.length === 0, `found besides: ${more.join('; ')}`);
  return `${count(expected.length, 'finding')} of ${count(ended.size, 'run')}`;
}

function replayed(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line)).map(({ run, type, subject, causes }) => ({ run, type, subject, cause: `${causes[0].kind}:${causes[0].subject}` }));
}

/** What is in the first list and not, as often, in the second. */
function without(list, other) {
  const rest = [...other];
  return list.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
