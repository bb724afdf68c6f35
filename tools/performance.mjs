import path from 'node:path';
import { lock } from './lock.mjs';
import { ROOT, freshRunFolder } from './paths.mjs';
import { circumstances } from './performance/circumstances.mjs';
import { writeSection } from './performance/page.mjs';
import { BY_DEFAULT, PARTS } from './performance/parts.mjs';
import { Processes } from './processes.mjs';
import { Progress } from './progress.mjs';

/* Measures what docs/performance.md tells and writes its tables. Needs a quiet machine. */

const USAGE = `usage: node tools/performance.mjs [--quick] [PART ...]
  --quick   a few minutes, to see that it works; prints the tables and writes nothing
  PART      one of ${Object.keys(PARTS).join(', ')}; without any: ${BY_DEFAULT.join(', ')}`;

const PAGE = path.join(ROOT, 'docs/performance.md');
const FULL = { iterations: 6, starts: 36, blocks: 5, warmup: 1500, warmupMillis: 50, jobs: 300, everyMillis: 100, modelMillis: 50, services: 1000, agents: 1, minutes: 5 };
const QUICK = { iterations: 1, starts: 2, blocks: 2, warmup: 20, warmupMillis: 300, jobs: 20, everyMillis: 300, modelMillis: 50, services: 50, agents: 1, minutes: 2 };

async function main(args) {
  const named = args.filter((arg) => arg !== '--quick');
  if (named.some((part) => !Object.hasOwn(PARTS, part))) {
    console.error(USAGE);
    return 2;
  }
  const quick = args.includes('--quick');
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  try {
    const parts = named.length > 0 ? named : BY_DEFAULT;
    await Promise.race([measure(parts, progress, processes, quick ? QUICK : FULL, !quick), crashed]);
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

async function measure(names, progress, processes, plan, write) {
  const builds = new Set(names.flatMap((name) => PARTS[name].build ?? []));
  for (const build of builds) await progress.step(build.title, (note) => build.run(processes, note));
  for (const name of names) {
    const part = PARTS[name];
    const seen = circumstances(`node tools/performance.mjs ${name}`, part.timed);
    const numbers = await progress.step(part.title, (note) => part.measure(processes, plan, note));
    const text = `### ${part.title}\n\n${seen()}\n\n${part.text(numbers, plan)}`;
    progress.say(`\n${text}`);
    if (write) writeSection(PAGE, name, text);
  }
}

const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
process.exitCode = await main(process.argv.slice(2)).finally(unlock);
