import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildJava, buildViewer } from './build.mjs';
import { Joints } from './checks/joints.mjs';
import { expect } from './checks/expect.mjs';
import { QueryWatch, dashboardQueries, key } from './checks/queries.mjs';
import { obtainCollector } from './components/collector.mjs';
import { obtainMonitoring } from './components/monitoring.mjs';
import { statusOf } from './http.mjs';
import { lock } from './lock.mjs';
import { ROOT, RUN, freshRunFolder, relative } from './paths.mjs';
import { allocatePorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { Progress, seconds } from './progress.mjs';
import { playEverything } from './scenario/troubles.mjs';
import { renderAlertPack } from './stack/configure.mjs';
import { EXPORT_SECONDS, PREFERRED_PORTS, address, programs } from './stack/dashboards.mjs';
import { Desk, operator } from './stack/desk.mjs';
import { CONTROL, TELEMETRY } from './stack/faults.mjs';

/*
 * Whether every query of every dashboard returns data from the real pipeline: the publishing desk with the real agent plays
 * every fault that it has, through the Collector into Prometheus, and all queries are asked until each has had data. What may
 * have none is listed with the reason. While the trouble is on, each dashboard is opened in a browser, in light and dark.
 * With --pictures the screenshots go to docs/images, else into the run's folder.
 */

const START_SECONDS = 90;
const TROUBLE_MILLIS = 60_000;
const ASK_MILLIS = 3000;
const LAST_SECONDS = 30;
const DASHBOARDS = path.join(ROOT, 'dashboards/grafana');
const REASONS = path.join(ROOT, 'dashboards/rightly-empty.json');
const VIEWER = path.join(ROOT, 'dashboards/viewer');

async function main() {
  const began = performance.now();
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const joints = new Joints((text) => progress.say(text));
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  const work = check(progress, processes, joints);
  const error = await Promise.race([work, crashed]).then(
    () => undefined,
    (failure) => failure,
  );
  work.catch(() => {});
  progress.stop();
  await processes.stopAll(['publishing-desk']);
  if (error) progress.say(error.message);
  for (const line of joints.summary()) progress.say(line);
  progress.say(`took ${seconds(began)} s`);
  return !error && joints.allHold ? 0 : 1;
}

async function check(progress, processes, joints) {
  const run = (program) => processes.run(program);
  const parts = await progress.step('Programs', async (note) => {
    await buildJava(run, note);
    await buildViewer(run, note);
    return { ...(await obtainMonitoring(run, note)), collector: await obtainCollector(run, note) };
  });
  const { ports } = await allocatePorts(PREFERRED_PORTS);
  await progress.step('Start', () => start(processes, ports, parts));

  const watch = new QueryWatch(address(ports, 'prometheus'), dashboardQueries(DASHBOARDS), EXPORT_SECONDS);
  const all = watch.empty.length;
  const asking = askAgain(watch);
  await progress.step('Everything that can go wrong', (note) =>
    playEverything(new Desk(ports), note, async () => {
      await pause(TROUBLE_MILLIS);
      note('opening the dashboards');
      await openAll(run, joints, ports);
    }),
  );
  await pause(LAST_SECONDS * 1000);
  await asking.stop();
  await joints.check('every query returns data', ['collector', 'prometheus'], async () => judge(watch, all));
}

async function start(processes, ports, parts) {
  fs.mkdirSync(TELEMETRY, { recursive: true });
  fs.mkdirSync(path.dirname(CONTROL.stop), { recursive: true });
  operator.permits();
  operator.stopsNothing();
  await renderAlertPack((program) => processes.run(program), ports);
  for (const together of programs(ports, parts, { cwd: ROOT, env: process.env })) {
    await Promise.all(
      together.map((program) => processes.startAndAwait(program, async () => (await statusOf(program.health)) === 200, START_SECONDS)),
    );
  }
}

/** Asks in the background until told to stop. */
function askAgain(watch) {
  let going = true;
  const loop = (async () => {
    while (going) {
      await watch.ask();
      await pause(ASK_MILLIS);
    }
  })();
  return {
    stop: () => {
      going = false;
      return loop;
    },
  };
}

function judge(watch, all) {
  expect(watch.errors.size === 0, `${[...watch.errors].map(([query, error]) => `${query}: ${error}`).join('; ')}`);
  const reasons = JSON.parse(fs.readFileSync(REASONS, 'utf8'));
  const covers = (reason, query) => reason.title === query.title && (reason.query ?? query.name) === query.name;
  const { empty } = watch;
  const unexplained = empty.filter((query) => !reasons.some((reason) => covers(reason, query)));
  expect(unexplained.length === 0, `no data for ${unexplained.length} of ${all}:\n${listed(unexplained.map(key))}`);
  const unneeded = reasons.filter((reason) => !empty.some((query) => covers(reason, query)));
  expect(unneeded.length === 0, `had data although ${relative(REASONS)} lists it:\n${listed(unneeded.map(({ title }) => title))}`);
  return `${all - empty.length} of ${all}; ${empty.length} rightly empty, each with its reason in ${relative(REASONS)}`;
}

const listed = (lines) => lines.map((line) => `      ${line}`).join('\n');

/** Opens each dashboard twice and keeps a picture of it. */
async function openAll(run, joints, ports) {
  const folder = process.argv.includes('--pictures') ? path.join(ROOT, 'docs/images') : RUN;
  for (const file of fs.readdirSync(DASHBOARDS).sort()) {
    const { uid, title, panels } = JSON.parse(fs.readFileSync(path.join(DASHBOARDS, file), 'utf8'));
    const mayBeEmpty = path.join(RUN, `${uid}-empty.json`);
    fs.writeFileSync(mayBeEmpty, JSON.stringify(emptyNow(panels)));
    for (const theme of ['dark', 'light']) {
      const name = `${uid.replace('pitwall-', '')}-${theme}`;
      const url = `${address(ports, 'preview')}/d/${uid}?var-step=${EXPORT_SECONDS}s&from=now-5m&to=now&theme=${theme}`;
      const command = ['node', path.join(VIEWER, 'check-page.mjs'), '--url', url, '--expected-empty', mayBeEmpty];
      command.push('--screenshot', path.join(folder, `${name}.png`), '--timeout-seconds', '60');
      await joints.check(`${title} in a browser, ${theme}`, [name], async () => {
        await run({ name, command, cwd: VIEWER });
        return relative(path.join(folder, `${name}.png`));
      });
    }
  }
}

/** At one moment anything may be empty; what must not stay so is judged by the queries. */
const emptyNow = (panels) =>
  [...panels.map(({ title }) => title), 'cluster', 'job', 'workflow', 'agent', 'Findings', 'Alerts', 'Deployments'].map((title) => ({ title, reason: 'judged by its queries' }));

const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
main()
  .finally(unlock)
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message);
      process.exit(2);
    },
  );
