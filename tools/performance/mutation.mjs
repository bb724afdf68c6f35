import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { table } from './page.mjs';

const ENGINE = 'otel-extension/engine';
const NOTICED = new Set(['KILLED', 'TIMED_OUT', 'MEMORY_ERROR']);
// RUN_ERROR: the JVM itself died of redefining the class, no test was run.
const NOT_TRIED = new Set(['NON_VIABLE', 'RUN_ERROR']);
const SHARED = 'what they share';

/** Changes the detectors one place at a time and runs their tests against each change. */
export async function measureMutations(processes) {
  const command = ['mvn', '-B', '-Pmutation', '-pl', ENGINE, '-am', 'process-test-classes'];
  await processes.run({ name: 'mutation', command, cwd: ROOT });
  return mutationRows(fs.readFileSync(path.join(ROOT, ENGINE, 'target/pit-reports/mutations.xml'), 'utf8'));
}

/** One row a detector, and one for the classes that several use. */
export function mutationRows(xml) {
  const rows = new Map();
  for (const [, status, file] of xml.matchAll(/<mutation [^>]*status='(\w+)'[^>]*><sourceFile>(\w+)\.java</g)) {
    if (NOT_TRIED.has(status)) continue;
    const name = file.endsWith('Detector') && file !== 'Detector' ? file.replace(/Detector$/, '') : SHARED;
    const row = rows.get(name) ?? { name, made: 0, noticed: 0, untested: 0 };
    row.made += 1;
    row.noticed += NOTICED.has(status) ? 1 : 0;
    row.untested += status === 'NO_COVERAGE' ? 1 : 0;
    rows.set(name, row);
  }
  const last = (row) => row.name === SHARED;
  return [...rows.values()].sort((one, other) => last(one) - last(other) || one.name.localeCompare(other.name));
}

export function mutationText(rows) {
  const percent = (noticed, made) => `${((100 * noticed) / made).toFixed(0)} %`;
  const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
  const all = { name: '**all**', made: sum('made'), noticed: sum('noticed'), untested: sum('untested') };
  return table(
    ['detector', 'changes', 'noticed', 'never run', 'score'],
    [...rows, all].map((r) => [r.name, r.made, r.noticed, r.untested, percent(r.noticed, r.made)]),
  );
}
