import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Stamp } from '../fingerprint.mjs';
import { ROOT, TOOLS } from '../paths.mjs';

const MODULES = ['sample-agents/scenario-simulator', 'otel-extension/replay'];
const SIMULATOR = path.join(ROOT, 'sample-agents/scenario-simulator/target/scenario-simulator.jar');
const REPLAY = path.join(ROOT, 'otel-extension/replay/target/pitwall-replay.jar');
const COVERAGES = ['full', 'standard'];
const MOST_OUTPUT = 64 * 2 ** 20;
// Of an error's output, the last so many lines.
const LINES = 12;

const execute = promisify(execFile);
const java = (...args) => execute('java', ['-XX:+UseSerialGC', '-jar', ...args], { cwd: ROOT, maxBuffer: MOST_OUTPUT }).then(({ stdout }) => stdout, explain);

function explain(error) {
  const said = `${error.stdout ?? ''}\n${error.stderr ?? ''}`.trim() || error.message;
  throw new Error(`${error.cmd}: ${said.split('\n').slice(-LINES).join('\n')}`);
}

/** Packages simulator and replay unless nothing changed. */
export async function build(note) {
  const stamp = new Stamp({
    file: path.join(TOOLS, 'detection-inputs.sha256'),
    root: ROOT,
    inputs: ['pom.xml', '.mvn', 'otel-extension', 'sample-agents/scenario-simulator'],
    outputs: [SIMULATOR, REPLAY],
  });
  const built = await stamp.build(() => {
    note('building simulator and replay');
    const flags = ['-B', '-q', '-DskipTests', '-Dspotless.check.skip', '-pl', MODULES.join(','), '-am'];
    return execute('mvn', [...flags, 'package'], { cwd: ROOT, maxBuffer: MOST_OUTPUT }).catch(explain);
  });
  note(built ? 'built' : 'unchanged');
}

/** Plays a seed and replays it under both coverages; keeps the labels and what was found. */
export async function season(seed, folder) {
  const recorded = path.join(folder, 'recorded');
  const { until } = JSON.parse(await java(SIMULATOR, 'simulate', String(seed), recorded));
  for (const coverage of COVERAGES) {
    const from = path.join(recorded, coverage);
    const kept = path.join(folder, coverage, `seed-${String(seed).padStart(4, '0')}`);
    fs.mkdirSync(kept, { recursive: true });
    const files = ['traces.jsonl', 'logs.jsonl'].map((file) => path.join(from, file)).filter((file) => fs.existsSync(file));
    fs.writeFileSync(path.join(kept, 'findings.jsonl'), await java(REPLAY, '--until', until, ...files));
    fs.copyFileSync(path.join(from, 'labels.jsonl'), path.join(kept, 'labels.jsonl'));
  }
  fs.rmSync(recorded, { recursive: true });
}

/** The figures of a coverage. */
export const score = async (coverage, folder) => JSON.parse(await java(SIMULATOR, 'score', coverage, folder));
