import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildViewer } from './build.mjs';
import { obtainCollector } from './components/collector.mjs';
import { obtainBothAlertmanagers, obtainBothPrometheus } from './components/monitoring.mjs';
import { complaints } from './complaints.mjs';
import { ROOT } from './paths.mjs';
import { allocatePorts } from './ports.mjs';
import { seconds } from './progress.mjs';

/** Of a command that fails, characters that are searched for the reason. */
const KEPT_OUTPUT = 200_000;

const VIEWER = path.join(ROOT, 'dashboards/viewer');

/** Every test there is, in the order in which a failure says most. */
const STEPS = [
  ['Java: build, unit tests, layers, muzzle, the extension in the real agents', () => show(['mvn', '-B', '-ntp', 'verify'])],
  ['tools of the demo', () => show(['node', '--test', ...toolTests()])],
  ['alert rules: promtool and amtool', checkRules],
  ['Collector: every shipped configuration', async () => show(['collector-config/validate.sh', await obtainCollector(prepare, say)])],
  ['metrics: the same by every path, on the oldest Prometheus and the pinned one', () => show(['node', 'tools/metric-paths.mjs'])],
  ['dashboards: format', () => viewer('lint')],
  ['dashboards: types against Grafana’s schema', () => viewer('typecheck')],
  ['dashboards: the preview’s server', () => viewer('test')],
  ['dashboards: the preview in a browser', () => viewer('e2e')],
  ['detection: simulated workforces, replayed and scored', () => show(['node', 'tools/detection.mjs', '--quick'])],
  ['alerts: each fault tells its own and no other', () => show(['node', 'tools/alerts.mjs', '--healthy', '1', '--only', 'loop,ping-pong,rate-limit'])],
  ['the main job: ./demo --check', () => show(['./demo', '--check'])],
];

async function main() {
  const results = [];
  for (const [title, work] of STEPS) {
    const began = performance.now();
    console.log(`\n=== ${title}`);
    const error = await work().then(
      () => undefined,
      (failure) => failure,
    );
    if (error) console.log(error.message);
    results.push({ title, passed: !error, took: seconds(began), told: error ? complaints(error.output ?? '') : [] });
  }
  console.log('\n=== Summary');
  for (const { title, passed, took, told } of results) {
    console.log(`${passed ? 'passed' : 'FAILED'}  ${title} (${took} s)`);
    for (const line of told) console.log(`        ${line}`);
  }
  const failed = results.filter((result) => !result.passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** With the oldest programs that are supported and with those that are pinned. */
async function checkRules() {
  const prometheus = await obtainBothPrometheus(prepare, say);
  const alertmanagers = await obtainBothAlertmanagers(prepare, say);
  const [ALERTMANAGER_PORT] = Object.values((await allocatePorts({ alertmanager: 19093 })).ports).map(String);
  for (const generation of ['old', 'new']) {
    const { alertmanager, cwd = ROOT, amtool } = alertmanagers[generation];
    const programs = { PROMTOOL: prometheus[generation].promtool, AMTOOL: amtool, ALERTMANAGER: alertmanager, ALERTMANAGER_FOLDER: cwd };
    say(`Prometheus ${prometheus[generation].version}`);
    await show(['alert-rules/check.sh'], { env: { ...process.env, ...programs, ALERTMANAGER_PORT } });
  }
}

let viewerBuilt;

/** A script of the preview's package, after its libraries are in place. */
async function viewer(script) {
  viewerBuilt ??= buildViewer(prepare, say);
  await viewerBuilt;
  await show(['npm', 'run', '--silent', script], { cwd: VIEWER });
}

/** Named one by one, because Node 20 and Node 22 read a folder differently. */
function toolTests() {
  const folder = path.join(ROOT, 'tools/test');
  return fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => path.join(folder, name));
}

/** Runs a command whose output is of no interest unless it fails; it is shown all the same. */
function prepare({ command, cwd, env }) {
  return show(command, { cwd, env });
}

/** Runs a command and shows what it prints; if it fails, the error has the end of it as `output`. */
function show([program, ...args], { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (stream) => (chunk) => {
      stream.write(chunk);
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child
      .on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)))
      .on('close', (code, signal) => (code === 0 ? resolve() : reject(Object.assign(new Error(`${program} ended with ${signal ?? `exit code ${code}`}`), { output }))));
  });
}

function say(text) {
  console.log(text);
}

process.exit(await main());
