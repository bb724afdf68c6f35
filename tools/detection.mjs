import fs from 'node:fs';
import path from 'node:path';
import { broken } from './detection/bar.mjs';
import { build, score, season } from './detection/programs.mjs';
import { sections } from './detection/tables.mjs';
import { lock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { writeSection } from './performance/page.mjs';
import { Progress } from './progress.mjs';

/* Simulates a workforce for many seeds, replays it through the engine, scores what was found and writes the tables of docs/detection.md. */

const USAGE = `usage: node tools/detection.mjs [--seeds N] [--first K] [--quick]
  --seeds N   so many seeds, 20 by default; writes docs/detection.md
  --first K   from seed K on instead of from 1; writes nothing: for seeds that nobody has looked at yet
  --quick     seeds 1 to 3, to see that the bar holds; writes nothing`;

const PAGE = path.join(ROOT, 'docs/detection.md');
const FOLDER = path.join(ROOT, '.pitwall', 'detection');
const SEEDS = 20;
const QUICK_SEEDS = 3;

async function main(args) {
  const asked = plan(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const progress = new Progress();
  const seen = `\`node tools/detection.mjs${args.map((arg) => ` ${arg}`).join('')}\`, ${new Date().toISOString().slice(0, 10)}. The same seeds give the same figures on any machine.`;
  try {
    fs.rmSync(FOLDER, { recursive: true, force: true });
    await progress.step('Java modules', build);
    await progress.step(`${asked.seeds} seeds`, async (note) => {
      for (let seed = asked.first; seed < asked.first + asked.seeds; seed++) {
        note(`seed ${seed} of ${asked.first} to ${asked.first + asked.seeds - 1}`);
        await season(seed, FOLDER);
      }
      note('simulated and replayed');
    });
    const figures = {
      full: await score('full', path.join(FOLDER, 'full')),
      standard: await score('standard-by-seed', path.join(FOLDER, 'standard')),
    };
    for (const [part, report] of Object.entries(figures)) fs.writeFileSync(path.join(FOLDER, `${part}.json`), JSON.stringify(report, null, 2));
    const texts = sections(figures, asked.seeds, seen);
    for (const part of ['full', 'standard']) progress.say(`\n${texts[part]}`);
    if (asked.write) for (const [part, text] of Object.entries(texts)) writeSection(PAGE, part, text, 'tools/detection.mjs');
    const problems = broken(figures.full);
    for (const problem of problems) progress.say(`✗ ${problem}`);
    progress.say(problems.length === 0 ? 'The bar holds.' : `Figures, misses and false alarms: ${path.relative(ROOT, FOLDER)}/*.json`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    progress.stop();
  }
}

function plan(args) {
  if (args.length === 1 && args[0] === '--quick') return { seeds: QUICK_SEEDS, first: 1, write: false };
  const given = { seeds: SEEDS, first: 1 };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!Object.hasOwn(given, name) || !/^[1-9]\d{0,3}$/.test(args[i + 1] ?? '')) return undefined;
    given[name] = Number(args[i + 1]);
  }
  return { ...given, write: given.first === 1 };
}

const unlock = lock(path.join(ROOT, '.pitwall', 'detection.lock'));
main(process.argv.slice(2))
  .finally(unlock)
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message);
      process.exit(2);
    },
  );
