import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { JARS, buildJava } from './build.mjs';
import { count, expect } from './checks/expect.mjs';
import { judged } from './checks/findings.mjs';
import { Joints } from './checks/joints.mjs';
import { sameFindings } from './checks/replay.mjs';
import { obtainCollector } from './components/collector.mjs';
import { statusOf } from './http.mjs';
import { lock } from './lock.mjs';
import { ROOT, RUN, freshRunFolder } from './paths.mjs';
import { allocatePorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { Progress, seconds } from './progress.mjs';
import { FAULTS, NO_TROUBLE } from './scenario/faults.mjs';
import { Desk, operator } from './stack/desk.mjs';
import * as stack from './stack/faults.mjs';
import { readTelemetry } from './stack/otlp.mjs';
import { writeRecording } from './stack/recording.mjs';
import { until } from './wait.mjs';

/*
 * Whether what goes wrong in a real service is found, with its cause, and nothing else is: the publishing desk with the real
 * agent plays every fault that it has, after and beside jobs in which nothing is wrong. What was found is read from the
 * workflow log as the Collector wrote it.
 */

const HEALTHY_JOBS = 24;
const BAD_JOBS = 8;
const START_SECONDS = 60;
const FOUND_SECONDS = 60;
const OVER_SECONDS = 240;
const HEALTHY = { finding: 'nothing' };

async function main() {
  const began = performance.now();
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const joints = new Joints((text) => progress.say(text));
  const rows = [];
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  const work = play(progress, processes, joints, rows);
  const error = await Promise.race([work, crashed]).then(
    () => undefined,
    (failure) => failure,
  );
  work.catch(() => {});
  progress.stop();
  await processes.stopAll(['publishing-desk']);
  if (error) progress.say(error.message);
  for (const line of columns([['fault', 'found as', 'likeliest cause', 'after its onset'], ...rows])) progress.say(line);
  for (const line of joints.summary()) progress.say(line);
  progress.say(`took ${seconds(began)} s`);
  return !error && joints.allHold ? 0 : 1;
}

async function play(progress, processes, joints, rows) {
  const run = (program) => processes.run(program);
  const binary = await progress.step('Programs', async (note) => {
    await buildJava(run, note);
    return obtainCollector(run, note);
  });
  const desk = await progress.step('Start', () => start(processes, binary));

  const healthy = [];
  await joints.check('jobs in which nothing is wrong', ['publishing-desk'], async () => {
    for (let i = 0; i < HEALTHY_JOBS; i++) healthy.push(await desk.begin('none'));
    await over(desk, healthy);
    return nothingFound(desk, healthy);
  });

  const troubled = [];
  for (const expected of FAULTS) troubled.push({ ...expected, ...(await desk.begin(expected.fault, expected.dueSeconds)) });
  for (const fault of NO_TROUBLE) healthy.push(await desk.begin(fault));
  for (const expected of troubled) await checkFound(joints, desk, expected, rows);
  await joints.check('all jobs come to an end', ['publishing-desk'], () => over(desk, [...troubled.filter(({ outlasts }) => !outlasts), ...healthy]));
  for (const expected of troubled) await checkAlone(joints, desk, expected);
  await joints.check('jobs that are slow, and those before', ['publishing-desk'], async () => nothingFound(desk, healthy));

  const worse = [];
  for (let i = 0; i < BAD_JOBS; i++) worse.push(await desk.begin('bad-quality'));
  await over(desk, worse);
  await joints.check('quality_regression', ['publishing-desk'], async () => {
    const all = worse.flatMap((each) => desk.found(each));
    const problems = judged({ finding: 'quality_regression', cause: 'agent:' }, all);
    expect(problems.length === 0, problems.join('; '));
    rows.push([`bad-quality ×${BAD_JOBS}`, 'quality_regression', all[0].cause, '–']);
    return all[0].evidence;
  });

  await checkOperator(joints, desk, rows, { fault: 'none', finding: 'unauthorized_run', cause: '' }, operator.permitsNothing, operator.permits);
  await checkOperator(joints, desk, rows, { fault: 'loop', finding: 'activity_after_stop', cause: 'agent:' }, undefined, operator.stopsNothing, operator.stops);
  await joints.check('the replay finds the same again', ['replay'], () => replay(processes));
  if (recording) writeRecording(stack.TELEMETRY, recording);
}

/** Replays what was recorded, as it is now, with what the desk runs with. */
async function replay(processes) {
  await pause(EXPORTED_MILLIS);
  const folder = path.join(RUN, 'recorded');
  fs.cpSync(stack.TELEMETRY, folder, { recursive: true });
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
  const settings = path.join(RUN, 'replay.properties');
  fs.writeFileSync(settings, stack.replaySettings());
  await processes.run({ name: 'replay', command: ['java', '-jar', JARS.replay, '--config', settings, ...files], cwd: ROOT });
  return sameFindings(readTelemetry(folder).events, fs.readFileSync(processes.logOf('replay'), 'utf8'));
}

/** The desk exports logs every 200 ms and spans every 500 ms, and the Collector writes in batches. */
const EXPORTED_MILLIS = 5000;

async function start(processes, binary) {
  const { ports } = await allocatePorts(stack.PREFERRED_PORTS);
  fs.mkdirSync(stack.TELEMETRY, { recursive: true });
  operator.permits();
  operator.stopsNothing();
  const ready = (program) => processes.startAndAwait(program, async () => (await statusOf(program.health)) === 200, START_SECONDS);
  await Promise.all([ready(stack.collector(binary, ports)), ready(stack.modelEndpoint(ports))]);
  await ready(stack.publishingDesk(ports, stack.onlyDesk(ports)));
  return new Desk(ports);
}

/** One run under what the operator does before it or meanwhile. */
async function checkOperator(joints, desk, rows, expected, before, after, meanwhile) {
  before?.();
  await pause(OPERATOR_MILLIS);
  const one = { ...expected, fault: `operator: ${expected.finding}`, ...(await desk.begin(expected.fault)) };
  meanwhile?.();
  await checkFound(joints, desk, one, rows);
  after();
  await over(desk, [one]);
}

/** The files are read every second. */
const OPERATOR_MILLIS = 2500;

function checkFound(joints, desk, expected, rows) {
  return joints.check(`${expected.fault}: ${expected.finding}`, ['publishing-desk'], async () => {
    const of = () => desk.found(expected).find(({ type }) => type === expected.finding);
    const finding = await until(`${expected.finding}; found: ${JSON.stringify(desk.found(expected).map(({ type }) => type))}`, async () => of(), {
      timeoutSeconds: expected.within ?? FOUND_SECONDS,
    });
    expect(finding.cause.startsWith(expected.cause), `the cause is ${finding.cause} and not ${expected.cause}`);
    rows.push([expected.dueSeconds ? `${expected.fault}, due in ${expected.dueSeconds} s` : expected.fault, finding.type, finding.cause, `${finding.delaySeconds.toFixed(1)} s`]);
    return finding.evidence;
  });
}

/** When the run is over, all is known: nothing but the finding and what it explains. */
function checkAlone(joints, desk, expected) {
  return joints.check(`${expected.fault}: nothing beside it`, ['publishing-desk'], async () => {
    const problems = judged(expected, desk.found(expected));
    expect(problems.length === 0, problems.join('; '));
    return 'nothing';
  });
}

function nothingFound(desk, jobs) {
  const found = jobs.flatMap((job) => desk.found(job));
  expect(found.length === 0, `found ${found.map(({ type, subject, evidence }) => `${type} of ${subject}: ${evidence}`).join('; ')}`);
  return `${count(jobs.length, 'job')}, ${HEALTHY.finding} found`;
}

async function over(desk, jobs) {
  for (const job of jobs) await until(`${job.id} over`, () => desk.isOver(job), { timeoutSeconds: OVER_SECONDS });
  return count(jobs.length, 'job');
}

/** Rows as lines, each column as wide as its widest cell. */
function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()}`);
}

const USAGE = `usage: node tools/faults.mjs [--record FILE]
  --record FILE   keeps what was recorded, packed and without what the replay passes over: the tests of the replay use it`;
const [option, recording, ...others] = process.argv.slice(2);
if ((option !== undefined && option !== '--record') || (option && !recording) || others.length > 0) {
  console.error(USAGE);
  process.exit(2);
}
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
