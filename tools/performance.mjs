import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildJava } from './build.mjs';
import { lock } from './lock.mjs';
import { ROOT, RUN, freshRunFolder } from './paths.mjs';
import { engineRows, measureMemory, measureReports, reportRows } from './performance/jmh.mjs';
import { measureOverhead, summarize } from './performance/overhead.mjs';
import { tables, writePage } from './performance/page.mjs';
import { Processes } from './processes.mjs';
import { Progress } from './progress.mjs';

/* Measures everything in docs/performance.md and writes its tables. Needs a quiet machine. */

const USAGE = `usage: node tools/performance.mjs [--quick]
  --quick   a few minutes, to see that it works; prints the tables and writes nothing`;

const FULL = { iterations: 6, blocks: 12, warmup: 150, jobs: 200, everyMillis: 100, modelMillis: 1 };
const QUICK = { iterations: 1, blocks: 2, warmup: 20, jobs: 20, everyMillis: 300, modelMillis: 1 };

function machine() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr;
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes'),
    cpu: os.cpus()[0].model,
    cores: os.cpus().length,
    memory: Math.round(os.totalmem() / 2 ** 30),
    kernel: os.release(),
    java: /version "([^"]+)"/.exec(java) ? `Java ${/version "([^"]+)"/.exec(java)[1]}` : 'Java',
    load: os.loadavg()[0].toFixed(2),
  };
}

async function main(args) {
  if (args.some((arg) => arg !== '--quick')) {
    console.error(USAGE);
    return 2;
  }
  const plan = args.includes('--quick') ? QUICK : FULL;
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  try {
    await Promise.race([measure(progress, processes, plan, plan === FULL), crashed]);
    return 0;
  } catch (error) {
    progress.stop();
    console.error(error.message);
    return 1;
  } finally {
    progress.stop();
    await processes.stopAll();
  }
}

async function measure(progress, processes, plan, write) {
  const run = (program) => processes.run(program);
  await progress.step('Programs', async (note) => {
    await buildJava(run, note);
    const build = ['mvn', '-B', '-q', '-DskipTests', '-Dspotless.check.skip', '-pl', 'otel-extension/benchmarks', '-am', 'package'];
    await run({ name: 'mvn-benchmarks', command: build, cwd: ROOT });
  });
  const seen = machine();
  const jmh = await progress.step('Reports and engine', () => measureReports(run, plan));
  const memory = await progress.step('A week of the engine', () => measureMemory(processes));
  const { results, load } = await progress.step('Sample service, three ways', (note) => measureOverhead(processes, plan, note));
  fs.writeFileSync(path.join(RUN, 'overhead.json'), JSON.stringify(results, null, 1));
  const text = tables({ machine: seen, reports: reportRows(jmh), engine: engineRows(jmh), memory, overhead: summarize(results), plan: { ...plan, load } });
  progress.say(`\n${text}`);
  if (write) writePage(path.join(ROOT, 'docs/performance.md'), text);
}

const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
process.exitCode = await main(process.argv.slice(2)).finally(unlock);
