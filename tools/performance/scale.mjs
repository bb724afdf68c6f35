import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { EVERY_METRIC_CLASS_PATH, JARS } from '../build.mjs';
import { expectations } from '../checks/metric-paths.mjs';
import { buildHistory } from '../components/go-modules.mjs';
import { obtainBothPrometheus } from '../components/monitoring.mjs';
import { getJson, statusOf } from '../http.mjs';
import { RUN } from '../paths.mjs';
import { LOOPBACK, allocatePorts } from '../ports.mjs';
import { startExporters } from '../scale/exporters.mjs';
import { ask, firstLoads } from '../scale/loads.mjs';
import { recordedOf, seriesOf } from '../scale/series.mjs';
import { until } from '../wait.mjs';
import { table } from './page.mjs';
import { mean } from './statistics.mjs';

/* What the rules and the dashboards cost a Prometheus that has the series of a whole fleet. */

const COLLECTORS = 10;
const PAST_SECONDS = 3 * 24 * 3600;
const START_SECONDS = 120;
const DATA = path.join(RUN, 'fleet');

/**
 * @param {import('../processes.mjs').Processes} processes
 * @param {{services: number, agents: number, minutes: number}} plan minutes: how long rules are watched
 */
export async function measureScale(processes, { services, agents, minutes }, note) {
  const run = (program) => processes.run(program);
  const { new: prometheus } = await obtainBothPrometheus(run, note);
  const history = await buildHistory(run, note);
  note('series of the conventions');
  const conventions = await everyMetric(processes);
  const series = Array.from({ length: services }, (_, service) => seriesOf(conventions, service, agents)).flat();
  const now = Date.now();
  note(`writing the past of ${series.length.toLocaleString('en')} series`);
  const recorded = Array.from({ length: services }, (_, service) => recordedOf(service)).flat();
  await writePast(history, [...series, ...recorded], Math.floor(now / 1000));
  const exporters = await startExporters(series, COLLECTORS, now - PAST_SECONDS * 1000);
  try {
    const address = await startPrometheus(processes, prometheus.prometheus, exporters.targets);
    const groups = await watchGroups(address, minutes, note);
    const loads = await watchLoads(address, note);
    const [head] = (await getJson(`${address}/api/v1/query?query=${encodeURIComponent('prometheus_tsdb_head_series or vector(0)')}`)).data.result;
    const status = (await getJson(`${address}/api/v1/status/tsdb`)).data.headStats;
    return { services, series: series.length, stored: status.numSeries ?? Number(head.value[1]), version: prometheus.version, groups, loads, minutes };
  } finally {
    exporters.stop();
  }
}

async function everyMetric(processes) {
  const child = processes.start({ name: 'every-metric', command: ['java', '-cp', EVERY_METRIC_CLASS_PATH, 'dev.pitwall.build.EveryMetric'] });
  try {
    return await until('every metric', async () => expectations(fs.readFileSync(child.log, 'utf8')), { timeoutSeconds: START_SECONDS });
  } finally {
    await processes.stop('every-metric');
  }
}

async function writePast(program, series, end) {
  fs.mkdirSync(DATA, { recursive: true });
  const child = spawn(program, ['-into', DATA, '-end', String(end)], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  for (const { name, labels, base, rate, seconds } of series) {
    const line = JSON.stringify({ labels: ['__name__', name, ...Object.entries(labels).flat()], base, rate, seconds });
    if (!child.stdin.write(`${line}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`the past could not be written: exit code ${code}`);
}

async function startPrometheus(processes, program, collectors) {
  const { ports } = await allocatePorts({ prometheus: 18290 });
  const settings = path.join(RUN, 'settings.yaml');
  const pack = path.join(RUN, 'pack');
  // JSON is YAML.
  fs.writeFileSync(settings, JSON.stringify({ prometheus: { collectors, collector_telemetry: [], alertmanagers: [] } }));
  await processes.run({ name: 'render', command: ['java', '-jar', JARS.alertRules, 'render', '--config', settings, '--out', pack] });
  const address = `http://${LOOPBACK}:${ports.prometheus}`;
  const command = [program, `--config.file=${path.join(pack, 'prometheus', 'prometheus.yaml')}`, `--storage.tsdb.path=${DATA}`, `--web.listen-address=${LOOPBACK}:${ports.prometheus}`];
  await processes.startAndAwait({ name: 'prometheus', command }, async () => (await statusOf(`${address}/-/ready`)) === 200, START_SECONDS);
  return address;
}

/** How long each evaluation of each group took, in seconds, over some minutes of full scrapes. */
async function watchGroups(address, minutes, note) {
  const seen = new Map();
  const end = Date.now() + minutes * 60_000;
  note('watching the rules');
  while (Date.now() < end) {
    for (const { name, rules, lastEvaluation, evaluationTime } of (await getJson(`${address}/api/v1/rules`)).data.groups) {
      const group = seen.get(name) ?? { name, rules: rules.length, times: new Map(), problems: new Set() };
      group.times.set(lastEvaluation, evaluationTime);
      for (const rule of rules) if (rule.health === 'err') group.problems.add(`${rule.name}: ${rule.lastError}`);
      seen.set(name, group);
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  const problems = [...seen.values()].flatMap(({ problems: all }) => [...all]);
  if (problems.length > 0) throw new Error(`rules fail: ${problems.join('; ')}`);
  // The first evaluations are of series that have not been scraped yet.
  return [...seen.values()].map(({ name, rules, times }) => ({ name, rules, times: [...times.values()].slice(2) })).filter(({ times }) => times.length > 0);
}

async function watchLoads(address, note) {
  const loads = [];
  for (const { dashboard, seconds, queries } of firstLoads()) {
    note(`loading ${dashboard}`);
    const took = [];
    for (const query of queries) took.push({ what: query.what, seconds: await ask(address, query, seconds) });
    loads.push({ dashboard, took });
  }
  return loads;
}

const tenths = (seconds) => seconds.toFixed(3);

export function scaleText({ services, series, stored, version, groups, loads, minutes }) {
  const slowest = (took) => took.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst));
  return [
    `${services.toLocaleString('en')} services behind ${COLLECTORS} Collectors, ${series.toLocaleString('en')} series of the conventions (${stored.toLocaleString('en')} in Prometheus ${version} with what rules record), scraped and evaluated every 30 s; an hour of past, of workflow durations 13 hours, of what is recorded of them three days. Rules over ${minutes} minutes:`,
    table(['group of rules', 'rules', 'evaluation, s, mean', 'at most'], groups.map(({ name, rules, times }) => [`\`${name}\``, String(rules), tenths(mean(times)), tenths(Math.max(...times))])),
    'First load of each dashboard, all variables at “All”, one query after the other:',
    table(
      ['dashboard', 'queries', 'slowest, s', 'which', 'all, s'],
      loads.map(({ dashboard, took }) => [dashboard, String(took.length), tenths(slowest(took).seconds), slowest(took).what, tenths(took.reduce((sum, { seconds }) => sum + seconds, 0))]),
    ),
  ].join('\n\n');
}
