import { JAR } from './jmh.mjs';
import { megabytes, table } from './page.mjs';
import { program } from './program.mjs';

const WINDOW_DAYS = 3;
const TOLERANCE = 0.03;

/** A sample of memory and of what was heard, four times a simulated day. */
export const measureWeek = (processes) => program(processes, ['-Xmx512m', '-cp', JAR, 'dev.pitwall.engine.Week']);

/**
 * Whether memory has stopped growing: its highest sample of the last three days is at most 3 % above
 * the highest of the three days before. Until then histories of workflows may fill up to their bound.
 */
export function isFlat(samples) {
  const last = samples.at(-1).day;
  const highest = (from, to) => Math.max(...samples.filter(({ day }) => day > from && day <= to).map(({ heapBytes }) => heapBytes));
  const [before, after] = [highest(last - 2 * WINDOW_DAYS, last - WINDOW_DAYS), highest(last - WINDOW_DAYS, last)];
  return { before, after, flat: after <= before * (1 + TOLERANCE) };
}

export function weekText(samples) {
  const last = samples.at(-1);
  const { before, after, flat } = isFlat(samples);
  const days = samples.filter(({ day }) => Number.isInteger(day));
  const count = (value) => value.toLocaleString('en');
  return [
    table(['after day', ...days.map(({ day }) => day)], [
      ['used heap after collection, MB', ...days.map(({ heapBytes }) => megabytes(heapBytes))],
      ['open runs', ...days.map(({ openRuns }) => count(openRuns))],
      ['findings so far', ...days.map(({ findings }) => count(findings))],
    ]),
    `**Memory is ${flat ? 'flat' : 'not flat'}**: at most ${megabytes(after)} MB in the last three days, ${megabytes(before)} MB in the three before ` +
      '(sampled four times a day; flat is no more than 3 % above).',
    `${count(last.runs)} runs and ${count(last.signals)} signals in ${last.cpuSeconds.toFixed(0)} s of CPU, a tick every second included. ${count(last.evicted)} runs were given up, for a ` +
      `day’s silence or for lack of room. Faults that were never found: ${last.missing === '[]' ? 'none' : last.missing}; findings in healthy runs: ` +
      `${last.falseAlarms === 0 ? 'none' : `${count(last.falseAlarms)} ${last.falseAlarmTypes}`}; detectors that failed: ${last.failures || 'none'}.`,
  ].join('\n\n');
}
