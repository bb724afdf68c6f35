import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../wait.mjs';

const JOB_SECONDS = 90;

/** Topics of the jobs; odd enough to be recognised if they leaked into telemetry. */
export const TOPICS = [
  'the quiet comeback of alpine night trains',
  'why lighthouse keepers still write ledgers',
  'a city that measures its own silence',
];

export const LOOP_TOPIC = 'the hidden economy of spare umbrellas';

/**
 * Submits healthy jobs and waits until all are done.
 *
 * @param {import('./stack.mjs').Stack} stack
 * @param {string[]} topics
 * @param {(text: string) => void} note
 */
export async function healthyJobs(stack, topics, note, timeoutSeconds = JOB_SECONDS) {
  const ids = [];
  for (const topic of topics) ids.push(await stack.submit(topic));
  let done = 0;
  note(`0 of ${ids.length} jobs done`);
  await Promise.all(
    ids.map(async (id) => {
      await finished(stack, id, timeoutSeconds);
      done += 1;
      note(`${done} of ${ids.length} jobs done`);
    }),
  );
}

async function finished(stack, id, timeoutSeconds) {
  const ended = async () => {
    const job = await stack.job(id);
    return job.state !== 'running' && job;
  };
  const job = await until(`job ${id} done`, ended, { timeoutSeconds });
  if (job.state !== 'done') throw new Error(`job ${id} (${job.topic}) ended as ${job.state}: ${job.error ?? 'no reason given'}`);
}

/** One healthy job at a time, with pauses, until the demo is stopped. */
export async function lightTraffic(stack) {
  for (let i = 0; ; i += 1) {
    await stack.submit(TOPICS[i % TOPICS.length]);
    await pause(20_000);
  }
}
