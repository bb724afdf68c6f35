import { isFree } from '../ports.mjs';
import { count, expect } from './expect.mjs';

/**
 * Checks that what was started is gone.
 *
 * @param {number[]} pids that were running
 * @param {Record<string, number>} ports that were listened on
 * @returns {Promise<string>} what was seen
 */
export async function checkLeftovers(pids, ports) {
  const alive = pids.filter(isAlive);
  expect(alive.length === 0, `still running: process ${alive.join(', ')}`);
  const busy = [];
  for (const [name, port] of Object.entries(ports)) if (!(await isFree(port))) busy.push(`${name} ${port}`);
  expect(busy.length === 0, `still listened on: ${busy.join(', ')}`);
  return `${count(pids.length, 'program')} ended, ${Object.keys(ports).length} ports free`;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
