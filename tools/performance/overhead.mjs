import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { JARS } from '../build.mjs';
import { getJson, postJson, statusOf } from '../http.mjs';
import { RUN } from '../paths.mjs';
import { LOOPBACK, allocatePorts } from '../ports.mjs';
import { until } from '../wait.mjs';
import { table } from './page.mjs';
import { interval, mean, pairedDifference, quantile } from './statistics.mjs';

/** The same service three ways. */
export const WAYS = {
  bare: [],
  agent: [`-javaagent:${JARS.agent}`],
  extension: [`-javaagent:${JARS.agent}`, `-Dotel.javaagent.extensions=${JARS.extension}`],
};

const CLOCK_TICKS = 100;
/** Else the JVM ends compilers that have nothing to do, and what they took is no longer told. */
const LASTING_COMPILERS = '-XX:-UseDynamicNumberOfCompilerThreads';
const COMPILER = /^C[12] CompilerThre/;
const START_SECONDS = 120;
const JOB_SECONDS = 300;
const REFUSED_MILLIS = 500;
const url = (port, path = '') => `http://${LOOPBACK}:${port}${path}`;

/** What is measured of a run, with its unit and digits. */
export const MEASURES = {
  startup: { title: 'start-up', unit: 's', digits: 2 },
  cpu: { title: 'CPU per job', unit: 'ms', digits: 2 },
  compilers: { title: 'of that, the JIT compilers', unit: 'ms', digits: 2 },
  work: { title: 'of that, everything else', unit: 'ms', digits: 2 },
  p50: { title: 'latency of a job, p50', unit: 'ms', digits: 1 },
  p95: { title: 'latency of a job, p95', unit: 'ms', digits: 1 },
  heap: { title: 'live heap at the end', unit: 'MB', digits: 1 },
  rss: { title: 'resident memory at the end', unit: 'MB', digits: 0 },
};

/**
 * Runs the service in blocks of all three ways, each block in another order, so that what the machine
 * does meanwhile meets all ways alike and falls out of the differences within a block.
 *
 * @param {import('../processes.mjs').Processes} processes
 * @param {{blocks: number, warmup: number, warmupMillis: number, jobs: number, everyMillis: number}} plan
 * @returns {Promise<{results: Record<string, object[]>, load: number}>} way → one result a block; the mean load average
 */
export async function measureOverhead(processes, plan, note) {
  const { ports } = await allocatePorts({ model: 18189, desk: 18190 });
  const model = ['java', '-jar', JARS.modelEndpoint, '--port', String(ports.model), '--seed', '7', '--latency-ms', String(plan.modelMillis)];
  await processes.startAndAwait({ name: 'model-endpoint', command: model }, async () => (await statusOf(url(ports.model, '/healthz'))) === 200);
  const sink = await telemetrySink();
  const results = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  const loads = [];
  for (let block = 0; block < plan.blocks; block += 1) {
    for (const way of order(block)) {
      loads.push(os.loadavg()[0]);
      note(`block ${block + 1} of ${plan.blocks}: ${way}`);
      results[way].push(await oneRun(processes, `desk-${way}-${block + 1}`, WAYS[way], ports, sink.port, plan));
    }
  }
  sink.close();
  fs.writeFileSync(path.join(RUN, 'overhead.json'), JSON.stringify(results, null, 1));
  return { results, load: mean(loads) };
}

/** All six orders in turn. */
export function order(block) {
  const [a, b, c] = Object.keys(WAYS);
  return [[a, b, c], [c, b, a], [b, c, a], [a, c, b], [c, a, b], [b, a, c]][block % 6];
}

/** Takes telemetry and forgets it: what services spend on exporting counts, what backends do does not. */
async function telemetrySink() {
  const server = http.createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise((resolve) => server.listen(0, LOOPBACK, resolve));
  return { port: server.address().port, close: () => server.close() };
}

async function oneRun(processes, name, flags, ports, sink, plan) {
  const began = performance.now();
  const child = processes.start({
    name,
    command: ['java', '-Xmx512m', LASTING_COMPILERS, ...flags, '-jar', JARS.publishingDesk, '--port', String(ports.desk)],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(OTEL|PITWALL|OPENAI|DESK|JAVA_TOOL|JDK_JAVA)_/.test(key))),
      OTEL_SERVICE_NAME: 'publishing-desk',
      OTEL_EXPORTER_OTLP_ENDPOINT: url(sink),
      OPENAI_BASE_URL: url(ports.model, '/v1'),
      OPENAI_API_KEY: 'offline',
      OPENAI_MODEL: 'pitwall-offline',
      DESK_SCRIPTED: 'true',
      // A queue would show in the latency of jobs.
      DESK_JOBS: '32',
      DESK_APPROVAL_WAIT_MS: '0',
    },
  });
  const gone = new AbortController();
  child.ended.then(() => gone.abort());
  const ready = async () => fs.readFileSync(child.log, 'utf8').includes('publishing desk: http');
  await until(`${name} ready`, ready, { timeoutSeconds: START_SECONDS, everyMillis: 5 }, gone.signal);
  const startup = (performance.now() - began) / 1000;
  const pid = javaOf(child.process.pid);

  await load(ports, plan.warmup, plan.warmupMillis);
  const before = cpuSeconds(pid);
  const seconds = await load(ports, plan.jobs, plan.everyMillis);
  const after = cpuSeconds(pid);
  const perJob = (part) => ((after[part] - before[part]) * 1000) / plan.jobs;
  const [cpu, compilers] = [perJob('all'), perJob('compilers')];
  const heap = liveHeap(pid);
  const rss = Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  await processes.stop(name);
  const millis = seconds.map((each) => each * 1000);
  return { startup, cpu, compilers, work: cpu - compilers, p50: quantile(millis, 0.5), p95: quantile(millis, 0.95), heap, rss };
}

/** Submits jobs at a fixed pace, however long each takes, and returns how long each took. */
async function load({ desk }, jobs, everyMillis) {
  const began = performance.now();
  const ids = [];
  for (let i = 0; i < jobs; i += 1) {
    await pause(Math.max(0, began + i * everyMillis - performance.now()));
    ids.push(await submit(desk, `the quiet comeback of line ${i}`));
  }
  await until('the last job', async () => (await getJson(url(desk, `/jobs/${ids.at(-1)}`))).state !== 'running', { timeoutSeconds: JOB_SECONDS, everyMillis: 100 });
  // Jobs end out of order; the list has all that were submitted here.
  const all = async () => {
    const list = (await getJson(url(desk, '/jobs'))).filter((job) => ids.includes(job.id));
    return list.every((job) => job.state !== 'running') && list;
  };
  const list = await until('all jobs', all, { timeoutSeconds: JOB_SECONDS, everyMillis: 100 });
  const failed = list.filter((job) => job.state !== 'done');
  if (failed.length > 0) throw new Error(`${failed.length} jobs ended as ${failed[0].state}: ${failed[0].error}`);
  return list.map((job) => job.seconds);
}

/** A desk that is behind refuses; on a busy machine that must not end an hour's work. */
async function submit(desk, topic) {
  for (;;) {
    try {
      return (await postJson(url(desk, '/jobs'), { topic, fault: 'none' })).id;
    } catch (error) {
      if (!error.message.includes('HTTP 429')) throw error;
      await pause(REFUSED_MILLIS);
    }
  }
}

/** What wraps a started command has become that command by now. */
function javaOf(pid) {
  const name = fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  if (name === 'java') return pid;
  throw new Error(`process ${pid} is ${name}, not java`);
}

function cpuSeconds(pid) {
  const seconds = (stat) => {
    const fields = fs.readFileSync(stat, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
  };
  const compilers = fs
    .readdirSync(`/proc/${pid}/task`)
    .map((thread) => `/proc/${pid}/task/${thread}`)
    .filter((thread) => COMPILER.test(fs.readFileSync(`${thread}/comm`, 'utf8')));
  return { all: seconds(`/proc/${pid}/stat`), compilers: compilers.reduce((sum, thread) => sum + seconds(`${thread}/stat`), 0) };
}

/** Bytes of everything that is reachable; taking the histogram collects garbage first. */
function liveHeap(pid) {
  const { stdout, stderr } = spawnSync('jcmd', [String(pid), 'GC.class_histogram'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const total = /^Total\s+\d+\s+(\d+)/m.exec(stdout);
  if (!total) throw new Error(`jcmd told no heap size: ${stderr}`);
  return Number(total[1]) / (1 << 20);
}

/** Mean and interval of each way, and the paired differences that matter. */
export function summarize(results) {
  return Object.keys(MEASURES).map((measure) => {
    const of = (way) => results[way].map((run) => run[measure]);
    return {
      measure,
      ways: Object.fromEntries(Object.keys(WAYS).map((way) => [way, interval(of(way))])),
      agentCosts: pairedDifference(of('agent'), of('bare')),
      extensionCosts: pairedDifference(of('extension'), of('agent')),
    };
  });
}

export function overheadText(rows, { blocks, warmup, jobs, everyMillis, modelMillis, load }) {
  const head = ['of the sample service', ...Object.keys(WAYS).map((way) => ({ bare: 'no agent', agent: 'plain agent', extension: 'agent and extension' })[way]), 'what the extension adds to the agent'];
  const line = ({ measure, ways, extensionCosts }) => {
    const { title, unit, digits } = MEASURES[measure];
    const text = ({ mean, halfWidth }) => `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}`;
    const percent = (value) => ((100 * value) / ways.agent.mean).toFixed(1);
    const relative = `${percent(extensionCosts.mean)} % ± ${percent(extensionCosts.halfWidth)} %`;
    return [`${title}, ${unit}`, ...Object.keys(WAYS).map((way) => text(ways[way])), `${text(extensionCosts)} (${relative})`];
  };
  return (
    `${blocks} blocks of the three ways in turn, each a fresh JVM; ${warmup} jobs to warm up, ` +
    `then ${jobs} jobs, one every ${everyMillis} ms, with a model that answers in ${modelMillis} ms. ± is a 95 % confidence interval; the last column is of the differences within blocks. Load average meanwhile: ${load.toFixed(1)} in the mean.\n\n` +
    table(head, rows.map(line))
  );
}
