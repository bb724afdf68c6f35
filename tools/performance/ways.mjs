import os from 'node:os';
import { JARS } from '../build.mjs';
import { table } from './page.mjs';
import { interval, mean, pairedDifference } from './statistics.mjs';

/** The same service three ways. */
export const WAYS = {
  bare: [],
  agent: [`-javaagent:${JARS.agent}`],
  extension: [`-javaagent:${JARS.agent}`, `-Dotel.javaagent.extensions=${JARS.extension}`],
};

const NAMES = { bare: 'no agent', agent: 'plain agent', extension: 'agent and extension' };

/**
 * Runs blocks of all three ways, each block in another order, so that what the machine does meanwhile
 * meets all ways alike and falls out of the differences within a block.
 *
 * @param {(way: string, name: string) => Promise<object>} run one way once; what it measured
 * @returns {Promise<{results: Record<string, object[]>, load: number}>} way → one result a block; the mean load average
 */
export async function inBlocks(blocks, run, note) {
  const results = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  const loads = [];
  for (let block = 0; block < blocks; block += 1) {
    for (const way of order(block)) {
      loads.push(os.loadavg()[0]);
      note(`block ${block + 1} of ${blocks}: ${way}`);
      results[way].push(await run(way, `desk-${way}-${block + 1}`));
    }
  }
  return { results, load: mean(loads) };
}

/** All six orders in turn. */
export function order(block) {
  const [a, b, c] = Object.keys(WAYS);
  return [[a, b, c], [c, b, a], [b, c, a], [a, c, b], [c, a, b], [b, a, c]][block % 6];
}

/** Mean and interval of each way, and the paired differences that matter. */
export function summarize(results, measures) {
  return Object.keys(measures).map((measure) => {
    const of = (way) => results[way].map((run) => run[measure]);
    return {
      measure,
      ways: Object.fromEntries(Object.keys(WAYS).map((way) => [way, interval(of(way))])),
      agentCosts: pairedDifference(of('agent'), of('bare')),
      extensionCosts: pairedDifference(of('extension'), of('agent')),
    };
  });
}

/** A row for each measure, given with its title, unit and digits. */
export function waysTable(results, measures) {
  const line = ({ measure, ways, extensionCosts }) => {
    const { title, unit, digits } = measures[measure];
    const text = ({ mean, halfWidth }) => `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}`;
    const percent = (value) => ((100 * value) / ways.agent.mean).toFixed(1);
    const relative = `${percent(extensionCosts.mean)} % ± ${percent(extensionCosts.halfWidth)} %`;
    return [`${title}, ${unit}`, ...Object.keys(WAYS).map((way) => text(ways[way])), `${text(extensionCosts)} (${relative})`];
  };
  const head = ['of the sample service', ...Object.keys(WAYS).map((way) => NAMES[way]), 'what the extension adds to the agent'];
  return table(head, summarize(results, measures).map(line));
}
