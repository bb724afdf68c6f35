import { getJson, postJson } from '../http.mjs';
import { until } from '../wait.mjs';
import { cpuSeconds, startDesk, surroundings, url } from './desk.mjs';
import { WAYS, inBlocks, waysTable } from './ways.mjs';

const JOB_SECONDS = 60;

const MEASURES = {
  startup: { title: 'start-up', unit: 's', digits: 2 },
  cpu: { title: 'CPU until then', unit: 's', digits: 2 },
  first: { title: 'the first job', unit: 's', digits: 2 },
};

/**
 * @param {import('../processes.mjs').Processes} processes
 * @param {{starts: number, modelMillis: number}} plan
 */
export async function measureStart(processes, plan, note) {
  const { ports, sink } = await surroundings(processes, plan.modelMillis);
  const oneStart = async (way, name) => {
    const { startup, pid } = await startDesk(processes, name, WAYS[way], ports, sink.port);
    const cpu = cpuSeconds(pid).all;
    const first = await firstJob(ports.desk);
    await processes.stop(name);
    return { startup, cpu, first };
  };
  const measured = await inBlocks(plan.starts, oneStart, note);
  sink.close();
  return measured;
}

/** What begins lazily is paid for here. */
async function firstJob(desk) {
  const { id } = await postJson(url(desk, '/jobs'), { topic: 'the first of the day', fault: 'none' });
  const ended = async () => {
    const job = await getJson(url(desk, `/jobs/${id}`));
    return job.state !== 'running' && job;
  };
  const job = await until('the first job', ended, { timeoutSeconds: JOB_SECONDS, everyMillis: 20 });
  if (job.state !== 'done') throw new Error(`the first job ended as ${job.state}: ${job.error}`);
  return job.seconds;
}

export function startText({ results, load }, { starts, modelMillis }) {
  return (
    `${starts} blocks of the three ways in turn, each a fresh JVM, until the service listens; then one job, with a model that answers in ${modelMillis} ms. ± is a 95 % confidence interval; the last column is of the differences within blocks. Load average meanwhile: ${load.toFixed(1)} in the mean.\n\n` +
    waysTable(results, MEASURES)
  );
}
