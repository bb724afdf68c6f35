import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { getJson, postJson } from '../http.mjs';
import { until } from '../wait.mjs';
import { cpuSeconds, startDesk, surroundings, url } from './desk.mjs';
import { quantile } from './statistics.mjs';
import { WAYS, inBlocks, waysTable } from './ways.mjs';

/** Else the JVM ends compilers that have nothing to do, and what they took is no longer told. */
const LASTING_COMPILERS = '-XX:-UseDynamicNumberOfCompilerThreads';
const JOB_SECONDS = 300;
const REFUSED_MILLIS = 500;

/** What is measured of a run, with its unit and digits. */
const MEASURES = {
  cpu: { title: 'CPU per job', unit: 'ms', digits: 2 },
  compilers: { title: 'of that, the JIT compilers', unit: 'ms', digits: 2 },
  work: { title: 'of that, everything else', unit: 'ms', digits: 2 },
  p50: { title: 'latency of a job, p50', unit: 'ms', digits: 1 },
  p95: { title: 'latency of a job, p95', unit: 'ms', digits: 1 },
  heap: { title: 'live heap at the end', unit: 'MB', digits: 1 },
  rss: { title: 'resident memory at the end', unit: 'MB', digits: 0 },
};

/**
 * @param {import('../processes.mjs').Processes} processes
 * @param {{blocks: number, warmup: number, warmupMillis: number, jobs: number, everyMillis: number, modelMillis: number}} plan
 */
export async function measureOverhead(processes, plan, note) {
  const { ports, sink } = await surroundings(processes, plan.modelMillis);
  const measured = await inBlocks(plan.blocks, (way, name) => oneRun(processes, name, way, ports, sink.port, plan), note);
  sink.close();
  return measured;
}

async function oneRun(processes, name, way, ports, sink, plan) {
  const { pid } = await startDesk(processes, name, [LASTING_COMPILERS, ...WAYS[way]], ports, sink);
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
  return { cpu, compilers, work: cpu - compilers, p50: quantile(millis, 0.5), p95: quantile(millis, 0.95), heap, rss };
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

/** Bytes of everything that is reachable; taking the histogram collects garbage first. */
function liveHeap(pid) {
  const { stdout, stderr } = spawnSync('jcmd', [String(pid), 'GC.class_histogram'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const total = /^Total\s+\d+\s+(\d+)/m.exec(stdout);
  if (!total) throw new Error(`jcmd told no heap size: ${stderr}`);
  return Number(total[1]) / (1 << 20);
}

export function overheadText({ results, load }, { blocks, warmup, jobs, everyMillis, modelMillis }) {
  return (
    `${blocks} blocks of the three ways in turn, each a fresh JVM; ${warmup} jobs to warm up, ` +
    `then ${jobs} jobs, one every ${everyMillis} ms, with a model that answers in ${modelMillis} ms. ± is a 95 % confidence interval; the last column is of the differences within blocks. Load average meanwhile: ${load.toFixed(1)} in the mean.\n\n` +
    waysTable(results, MEASURES)
  );
}
