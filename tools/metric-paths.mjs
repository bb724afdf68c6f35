import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildJava } from './build.mjs';
import { Joints } from './checks/joints.mjs';
import { againstConventions, canonical, dashboardQueries, different, expectations, lacking } from './checks/metric-paths.mjs';
import { expect } from './checks/expect.mjs';
import { obtainCollector } from './components/collector.mjs';
import { obtainBothPrometheus } from './components/monitoring.mjs';
import { getJson, postJson, statusOf } from './http.mjs';
import { lock } from './lock.mjs';
import { ROOT, RUN, freshRunFolder } from './paths.mjs';
import { LOOPBACK, allocatePorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { Progress, seconds } from './progress.mjs';
import * as stack from './stack/metric-paths.mjs';
import { until } from './wait.mjs';

/*
 * Whether metrics are the same whichever way they take: scraped from the Collector, scraped from the
 * agent itself, or sent to Prometheus by OTLP; in the oldest Prometheus that is supported and in the
 * one that is pinned. Services report on all paths at once, so that every difference is the path's.
 */

const ARRIVAL_SECONDS = 30;
const LOOP_SECONDS = 60;
const LATELY_SECONDS = 20;
/** Some groups of rules wait for others, and a busy machine for both. */
const RULES_SECONDS = 90;
/** Nothing is lost here, nothing fails, nothing streams, there was nothing minutes ago, and no hour goes by. */
const MAY_BE_EMPTY = /runs_lost|otel_sdk_losses|send_failed|time_to_first_chunk|tokens_used_before|:(increase|ratio_rate)\d+d$/;
const JOB_MILLIS = 1000;
const ALERT = 'ALERTS{alertname="PitwallAgentLoop", alertstate="firing"}';

/** Selects what a job reports of the conventions; with a suffix, only series that end so. */
const reportedBy = (job, suffix = '') => `{__name__=~"(gen_ai|mcp|pitwall)_.+${suffix}", job="${job}"}`;

/** One Prometheus and what can be asked of it. */
class Server {
  constructor({ name }, ports) {
    this.name = name;
    this.address = `http://${LOOPBACK}:${ports[name]}`;
  }

  async query(promql) {
    return (await getJson(`${this.address}/api/v1/query?query=${encodeURIComponent(promql)}`)).data.result;
  }

  /** The series that the query had within the last seconds: at all, and all the while. */
  async lately(promql) {
    const end = Date.now() / 1000;
    const range = `start=${end - LATELY_SECONDS}&end=${end}&step=1`;
    const series = (await getJson(`${this.address}/api/v1/query_range?query=${encodeURIComponent(promql)}&${range}`)).data.result;
    const steady = series.filter(({ values }) => values.length > LATELY_SECONDS);
    return { seen: canonical(series, false), steady: canonical(steady, false) };
  }

  async rules() {
    return (await getJson(`${this.address}/api/v1/rules`)).data.groups.flatMap((group) => group.rules);
  }
}

async function main() {
  const began = performance.now();
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const joints = new Joints((text) => progress.say(text));
  const work = compare(progress, processes, joints);
  const crashed = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`ended by ${signal}`)));
    processes.once('crashed', reject);
  });
  const error = await Promise.race([work, crashed]).then(
    () => undefined,
    (failure) => failure,
  );
  work.catch(() => {});
  progress.stop();
  await processes.stopAll(stack.SERVICES);
  if (error) progress.say(error.message);
  for (const line of joints.summary()) progress.say(line);
  progress.say(`took ${seconds(began)} s`);
  return !error && joints.allHold ? 0 : 1;
}

async function compare(progress, processes, joints) {
  const run = (program) => processes.run(program);
  const [programs, binary] = await progress.step('Programs', async (note) => {
    await buildJava(run, note);
    return [await obtainBothPrometheus(run, note), await obtainCollector(run, note)];
  });
  const { ports } = await allocatePorts(stack.PREFERRED_PORTS);
  const servers = await progress.step('Start', (note) => start(processes, programs, binary, ports, note));
  progress.say(`  ${servers.map(({ name }) => name).join(', ')}`);

  const expected = expectations(fs.readFileSync(processes.logOf('every-metric'), 'utf8'));
  for (const server of servers) {
    await joints.check(`${server.name}: names, labels and bounds are those of the conventions`, [server.name, 'every-metric'], () =>
      sameAsConventions(server, expected, ports),
    );
  }
  for (const generation of ['old', 'new']) {
    await joints.check(`promtool ${programs[generation].version} accepts rules and their tests`, [`promtool-${generation}`], () =>
      promtool(run, programs[generation].promtool, generation),
    );
  }

  const submit = (fault) => postJson(`http://${LOOPBACK}:${ports.desk}/jobs`, { topic: 'umbrellas', fault });
  await submit('loop');
  const endTraffic = steadyTraffic(() => submit('none'));
  await joints.check('the alert fires on every path', ['publishing-desk'], () => sameAnswers(servers, ALERT, false, LOOP_SECONDS));
  await joints.check('every rule gives the same everywhere', [], () => sameRules(servers));
  await joints.check('every query of the dashboards gives the same everywhere', [], () => sameDashboards(servers));
  await endTraffic();
  await joints.check('every count is the same everywhere in the end', ['publishing-desk'], () => sameValues(servers));
}

/** Rates need counters that move between any two scrapes. Returns what ends it. */
function steadyTraffic(submit) {
  let going = true;
  const traffic = (async () => {
    while (going) {
      await submit();
      await pause(JOB_MILLIS);
    }
  })();
  traffic.catch(() => {});
  return () => {
    going = false;
    return traffic;
  };
}

async function start(processes, programs, binary, ports, note) {
  const ready = (program) => processes.startAndAwait(program, async () => (await statusOf(program.health)) === 200, ARRIVAL_SECONDS * 3);
  const all = stack.servers(ports);
  note('rendering the rules');
  const folders = [];
  for (const server of all) folders.push(await stack.renderPack((program) => processes.run(program), server));
  note('starting servers');
  await Promise.all([
    ...all.map((server, i) => ready(stack.prometheus(server, folders[i], programs[server.generation].prometheus, ports))),
    ready(stack.collector(binary, ports)),
    ready(stack.modelEndpoint(ports)),
  ]);
  note('starting services');
  await ready(stack.everyMetric(ports));
  await ready(stack.publishingDesk(ports));
  await until('every metric reported', async () => expectations(fs.readFileSync(processes.logOf('every-metric'), 'utf8')), { timeoutSeconds: ARRIVAL_SECONDS });
  return all.map((server) => new Server(server, ports));
}

async function sameAsConventions(server, expected, ports) {
  const target = { job: stack.job('every-metric'), instance: `${LOOPBACK}:${ports['every-metric']}` };
  const query = reportedBy(target.job);
  let vector = [];
  await settled(async () => {
    vector = await server.query(query);
    const problems = againstConventions(expected, vector, target);
    return problems.length > 0 ? `${problems.slice(0, 5).join('\n    ')}${problems.length > 5 ? `\n    and ${problems.length - 5} more` : ''}` : undefined;
  }, ARRIVAL_SECONDS);
  return `${expected.length} metrics, ${vector.length} series`;
}

/** Waits until nothing is wrong any more; if something stays wrong, that is the error. */
async function settled(problem, timeoutSeconds) {
  let last;
  await until('same', async () => (last = await problem()) === undefined, { timeoutSeconds, everyMillis: 500 }).catch((error) => {
    throw last === undefined ? error : new Error(last);
  });
}

/**
 * What an answer has all the while on one server it has at all on every server, and it has something
 * unless nothing is right too. What only comes and goes does so at other moments on each path.
 */
async function sameAnswers(servers, query, mayBeEmpty = false, timeoutSeconds = ARRIVAL_SECONDS) {
  let found = 0;
  await settled(async () => {
    const answers = await Promise.all(servers.map(async (server) => ({ name: server.name, ...(await server.lately(query)) })));
    found = answers[0].seen.size;
    const empty = answers.find(({ seen }) => seen.size === 0);
    if (empty && !mayBeEmpty) return `${empty.name} has nothing for ${query}`;
    const lack = lacking(answers);
    return lack && `${lack} for ${query}`;
  }, timeoutSeconds);
  return `${found} series`;
}

async function sameRules(servers) {
  for (const server of servers) {
    await settled(async () => {
      const sick = (await server.rules()).filter((rule) => rule.health !== 'ok');
      return sick.length === 0 ? undefined : `${server.name}: ${sick.map((rule) => `${rule.name}: ${rule.lastError || rule.health}`).join('; ')}`;
    }, RULES_SECONDS);
  }
  const rules = await servers[0].rules();
  // Most alerts are silent here; their own tests make them fire.
  for (const { type, name, query } of rules) await sameAnswers(servers, query, type === 'alerting' || MAY_BE_EMPTY.test(name), RULES_SECONDS);
  return `${rules.length} rules on ${servers.length} servers`;
}

async function sameDashboards(servers) {
  const queries = dashboardQueries();
  for (const { what, query, mayBeEmpty } of queries) {
    await sameAnswers(servers, query, mayBeEmpty).catch((error) => {
      throw new Error(`${what}: ${error.message}`);
    });
  }
  return `${queries.length} queries on ${servers.length} servers`;
}

/** After the last job, counters and histograms agree. */
async function sameValues(servers) {
  const query = reportedBy(stack.job('publishing-desk'), '_(total|count|sum|bucket)');
  let found = 0;
  await settled(async () => {
    const answers = await Promise.all(servers.map(async (server) => canonical(await server.query(query))));
    found = answers[0].size;
    const differing = answers.findIndex((answer) => different(answers[0], answer));
    return differing < 0 ? undefined : `${servers[differing].name} differs from ${servers[0].name}: ${different(answers[0], answers[differing])}`;
  }, LOOP_SECONDS);
  expect(found > 0, 'nothing was counted');
  return `${found} series`;
}

async function promtool(run, program, generation) {
  const [rules, tests] = ['rules', 'tests'].map((name) => yamlFiles(path.join(ROOT, 'alert-rules', name)));
  await run({ name: `promtool-${generation}`, command: [program, 'check', 'rules', '--lint=all', '--lint-fatal', ...rules] });
  await run({ name: `promtool-${generation}`, command: [program, 'test', 'rules', ...tests] });
  await run({ name: `promtool-${generation}`, command: [program, 'check', 'config', path.join(RUN, 'prometheus-2-agent/prometheus/prometheus.yaml')] });
  return `${rules.length} files of rules, ${tests.length} of tests`;
}

const yamlFiles = (folder) => fs.readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => path.join(folder, name));

const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
process.exitCode = await main().finally(unlock);
