import { setTimeout as pause } from 'node:timers/promises';
import { operator } from '../stack/desk.mjs';
import { until } from '../wait.mjs';
import { FAULTS, NO_TROUBLE } from './faults.mjs';

const HEALTHY_JOBS = 8;
const BAD_JOBS = 8;
const OVER_SECONDS = 240;

/** The operator's files are read every second. */
const OPERATOR_MILLIS = 2500;

/**
 * Everything that the desk and its operator can play, one upon the other.
 *
 * @param {import('../stack/desk.mjs').Desk} desk
 * @param {(text: string) => void} note
 * @param {() => Promise<void>} atWorst called while most of it is going on
 */
export async function playEverything(desk, note, atWorst) {
  note('healthy jobs');
  const healthy = [];
  for (let i = 0; i < HEALTHY_JOBS; i += 1) healthy.push(await desk.begin('none'));
  await over(desk, healthy);

  note('a run without permission, and one under a stop');
  operator.permitsNothing();
  await pause(OPERATOR_MILLIS);
  const forbidden = await desk.begin('none');
  operator.permits();
  await pause(OPERATOR_MILLIS);
  const stopped = await desk.begin('loop');
  operator.stops();

  note('jobs that are poorly done');
  const poor = [];
  for (let i = 0; i < BAD_JOBS; i += 1) poor.push(await desk.begin('bad-quality'));
  operator.stopsNothing();
  await over(desk, [forbidden, stopped, ...poor]);

  note('all faults at once');
  const troubled = [];
  for (const { fault, dueSeconds, outlasts } of FAULTS) troubled.push({ outlasts, ...(await desk.begin(fault, dueSeconds)) });
  for (const fault of NO_TROUBLE) troubled.push(await desk.begin(fault));
  await atWorst();

  note('waiting for the jobs');
  await over(desk, troubled.filter(({ outlasts }) => !outlasts));
}

async function over(desk, jobs) {
  for (const job of jobs) await until(`${job.id} over`, () => desk.isOver(job), { timeoutSeconds: OVER_SECONDS });
}
