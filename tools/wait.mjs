import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is truthy.
 *
 * @param {string} what for the message when it never is
 * @param {() => Promise<T>} probe may throw while the thing is not there yet
 * @param {{timeoutSeconds: number, everyMillis?: number}} limits
 * @param {AbortSignal} [abort] ends the waiting when there is nothing left to wait for
 * @returns {Promise<T>} the first truthy answer
 * @template T
 */
export async function until(what, probe, { timeoutSeconds, everyMillis = 250 }, abort) {
  const end = performance.now() + timeoutSeconds * 1000;
  let last = '';
  for (;;) {
    try {
      const answer = await probe();
      if (answer) return answer;
      last = '';
    } catch (error) {
      last = ` (last: ${error.message})`;
    }
    if (performance.now() > end) throw new Error(`${what}: not within ${timeoutSeconds} s${last}`);
    await pause(everyMillis, undefined, { signal: abort });
  }
}
