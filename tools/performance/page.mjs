import fs from 'node:fs';
import { MEASURES, WAYS } from './overhead.mjs';

const BEGIN = '<!-- numbers: written by tools/performance.mjs -->';
const END = '<!-- end of numbers -->';

/** Puts the measured tables where the page has its old ones. */
export function writePage(file, tables) {
  const page = fs.readFileSync(file, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for numbers: ${BEGIN} … ${END}`);
  fs.writeFileSync(file, `${page.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${page.slice(end)}`);
}

/** The circumstances and all tables. */
export function tables({ machine, reports, engine, memory, overhead, plan }) {
  return [circumstances(machine), reportTable(reports), engineTable(engine, memory), overheadTable(overhead, plan)].join('\n\n');
}

const circumstances = ({ date, commit, cpu, cores, memory, kernel, java, load }) =>
  `Measured on ${date} at ${commit}: ${cores} cores of ${cpu}, ${memory} GB, Linux ${kernel}, ${java}. ` +
  `Load average before the start: ${load}.`;

const table = (head, rows) => [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const micros = (value) => (value === undefined ? '' : value.toFixed(2));
const bytes = (value) => (value === undefined ? '' : Math.round(value).toLocaleString('en'));

function reportTable(rows) {
  const head = ['report', 'p50, µs', 'p99, µs', 'allocated, B', 'its spans alone, p50, µs', 'on top, µs'];
  return `### What a report costs\n\n${table(head, rows.map((r) => [r.title, micros(r.p50), micros(r.p99), bytes(r.bytes), micros(r.spans), micros(r.onTop)]))}`;
}

function engineTable(rows, { runs, heapBytes, days }) {
  const head = ['engine alone', 'p50, µs', 'p99, µs', 'allocated, B'];
  const megabytes = (value) => (value / 2 ** 20).toFixed(1);
  const [first, last] = [days[0], days.at(-1)];
  return (
    `### What the engine costs\n\n${table(head, rows.map((r) => [r.title, micros(r.p50), micros(r.p99), bytes(r.bytes)]))}\n\n` +
    `Live heap of ${runs.toLocaleString('en')} open runs of 50 steps: ${megabytes(heapBytes)} MB. Over a simulated week of ${last.signals.toLocaleString('en')} signals, ` +
    `runs coming and going and a tick every second: ${megabytes(first.heapBytes)} MB after the first day, ${megabytes(last.heapBytes)} MB after the last; ` +
    `${last.findings} findings, ${last.evicted} runs given up; ${last.seconds.toFixed(0)} s in all.`
  );
}

function overheadTable(rows, { blocks, warmup, jobs, everyMillis, load }) {
  const head = ['of the sample service', ...Object.keys(WAYS).map((way) => ({ bare: 'no agent', agent: 'plain agent', extension: 'agent and extension' })[way]), 'what the extension adds to the agent'];
  const line = ({ measure, ways, extensionCosts }) => {
    const { title, unit, digits } = MEASURES[measure];
    const text = ({ mean, halfWidth }) => `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}`;
    const percent = (value) => ((100 * value) / ways.agent.mean).toFixed(1);
    const relative = `${percent(extensionCosts.mean)} % ± ${percent(extensionCosts.halfWidth)} %`;
    return [`${title}, ${unit}`, ...Object.keys(WAYS).map((way) => text(ways[way])), `${text(extensionCosts)} (${relative})`];
  };
  return (
    `### What the sample service notices\n\n${blocks} blocks of the three ways in turn, each a fresh JVM; ${warmup} jobs to warm up, ` +
    `then ${jobs} jobs, one every ${everyMillis} ms. ± is a 95 % confidence interval; the last column is of the differences within blocks. Load average meanwhile: ${load.toFixed(1)} in the mean.\n\n` +
    table(head, rows.map(line))
  );
}
