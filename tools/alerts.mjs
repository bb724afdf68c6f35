import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { matrix } from './alerts/matrix.mjs';
import { Play, chosen, deskNames } from './alerts/play.mjs';
import { PROFILES } from './alerts/profiles.mjs';
import { Receiver } from './alerts/receiver.mjs';
import { Watch } from './alerts/watch.mjs';
import { buildJava } from './build.mjs';
import { Joints } from './checks/joints.mjs';
import { obtainCollector } from './components/collector.mjs';
import { obtainMonitoring } from './components/monitoring.mjs';
import { statusOf } from './http.mjs';
import { lock } from './lock.mjs';
import { ROOT, freshRunFolder } from './paths.mjs';
import { circumstances } from './performance/circumstances.mjs';
import { writeSection } from './performance/page.mjs';
import { LOOPBACK, allocatePorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { Progress, seconds } from './progress.mjs';
import * as stack from './stack/alerts.mjs';

/*
 * Whether each fault raises exactly its alert through the real agent, Collector, Prometheus and Alertmanager, and health raises
 * none. What is told is taken from Alertmanager's webhook, as a person would get it.
 */

const USAGE = `usage: node tools/alerts.mjs [--profile ${Object.keys(PROFILES).join('|')}] [--healthy MINUTES] [--only FAULT,...] [--write]
  --profile   how often everything looks: demo (default) or production, which is what is shipped
  --healthy   first so many minutes of mixed traffic in which nothing is wrong (default 0)
  --only      these faults instead of all; "none" for no fault at all
  --write     writes the matrix into docs/alerts.md`;
const PAGE = path.join(ROOT, 'docs/alerts.md');
const START_SECONDS = 90;

function options(args) {
  const { values } = parseArgs({
    args,
    options: { profile: { type: 'string', default: 'demo' }, healthy: { type: 'string', default: '0' }, only: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  const profile = PROFILES[values.profile];
  if (!profile) throw new Error(`no profile is called ${values.profile}`);
  const healthy = Number(values.healthy);
  if (!(healthy >= 0)) throw new Error(`--healthy needs minutes, not ${values.healthy}`);
  const faults = values.only === 'none' ? [] : chosen(values.only?.split(','));
  if (values.write && values.only) throw new Error('--write needs all faults');
  return { profile, healthy, faults, write: values.write, command: ['node tools/alerts.mjs', ...args].join(' ') };
}

async function main(wanted) {
  const began = performance.now();
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const joints = new Joints((text) => progress.say(text));
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  const receiver = await Receiver.start();
  const work = play(wanted, { progress, processes, joints, receiver });
  const error = await Promise.race([work, crashed]).then(
    () => undefined,
    (failure) => failure,
  );
  work.catch(() => {});
  progress.stop();
  receiver.stop();
  await processes.stopAll();
  if (error) progress.say(error.message);
  for (const line of joints.summary()) progress.say(line);
  progress.say(`took ${seconds(began)} s`);
  return !error && joints.allHold ? 0 : 1;
}

async function play({ profile, healthy, faults, write, command }, { progress, processes, joints, receiver }) {
  const run = (program) => processes.run(program);
  const programs = await progress.step('Programs', async (note) => {
    await buildJava(run, note);
    return { ...(await obtainMonitoring(run, note)), collector: await obtainCollector(run, note) };
  });
  const seen = circumstances(command);
  const { ports } = await allocatePorts(stack.preferredPorts(deskNames(faults, healthy)));
  await progress.step('Start', () => start(processes, programs, ports, profile, receiver));
  const watch = new Watch(`http://${LOOPBACK}:${ports.prometheus}`);
  try {
    const played = new Play({ processes, ports, profile, joints, watch, receiver });
    const parts = [];
    if (healthy > 0) {
      const jobs = await progress.step('Healthy traffic', (note) => played.healthy(healthy, note));
      parts.push(`First ${healthy} minutes of healthy traffic, ${jobs} jobs in three services with an orderly restart: ${joints.allHold ? 'no alert but the watchdog' : '**it raised alerts**'}.`);
    }
    if (faults.length > 0) {
      const lines = await progress.step('Faults', (note) => played.faults(faults, note));
      parts.push(matrix(lines));
    }
    const text = [seen(), ...parts].join('\n\n');
    progress.say(`\n${text}\n`);
    if (write) writeSection(PAGE, profile.title, `### ${profile.title[0].toUpperCase()}${profile.title.slice(1)} profile\n\n${text}`, 'tools/alerts.mjs');
  } finally {
    watch.stop();
  }
}

async function start(processes, programs, ports, profile, receiver) {
  fs.mkdirSync(stack.TELEMETRY, { recursive: true });
  await stack.renderPack((program) => processes.run(program), ports, profile, receiver.url);
  const all = [stack.collector(programs.collector, ports, profile), stack.modelEndpoint(ports), stack.prometheus(ports, programs), stack.alertmanager(ports, programs)];
  await Promise.all(all.map((program) => processes.startAndAwait(program, async () => (await statusOf(program.health)) === 200, START_SECONDS)));
}

let wanted;
try {
  wanted = options(process.argv.slice(2));
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exit(2);
}
const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
process.exitCode = await main(wanted).finally(unlock);
