import fs from 'node:fs';
import path from 'node:path';
import { JARS } from '../build.mjs';
import { ROOT, RUN } from '../paths.mjs';
import { LOOPBACK } from '../ports.mjs';
import * as faults from './faults.mjs';

const url = (port) => `http://${LOOPBACK}:${port}`;
const PACK = path.join(RUN, 'pack');

export const TELEMETRY = faults.TELEMETRY;

const FIRST_DESK = 16100;

/** Ports for the chain and for one desk each. */
export const preferredPorts = (desks) => ({
  ...faults.PREFERRED_PORTS,
  otlpGrpc: 15317,
  prometheus: 16090,
  alertmanager: 16093,
  ...Object.fromEntries(desks.map((name, i) => [name, FIRST_DESK + i])),
});

/** Renders the shipped pack; whoever is told of an alert, it is the receiver that hears of it. */
export async function renderPack(run, ports, { settings }, receiver) {
  const webhook = { webhooks: [{ url: receiver }], slack: [] };
  const all = {
    prometheus: {
      ...settings.prometheus,
      collectors: [`${LOOPBACK}:${ports.collectorMetrics}`],
      collector_telemetry: [`${LOOPBACK}:${ports.collectorTelemetry}`],
      alertmanagers: [`${LOOPBACK}:${ports.alertmanager}`],
    },
    alertmanager: { ...settings.alertmanager, receivers: Object.fromEntries(['team', 'oncall', 'watchdog'].map((name) => [name, webhook])) },
  };
  fs.mkdirSync(PACK, { recursive: true });
  const file = path.join(PACK, 'settings.yaml');
  // JSON is YAML.
  fs.writeFileSync(file, JSON.stringify(all, null, 2));
  await run({ name: 'render-alert-pack', command: ['java', '-jar', JARS.alertRules, 'render', '--config', file, '--out', PACK] });
}

export const prometheus = (ports, { prometheus: { program, flags } }) => ({
  name: 'prometheus',
  command: [
    program,
    `--config.file=${path.join(PACK, 'prometheus', 'prometheus.yaml')}`,
    `--storage.tsdb.path=${path.join(RUN, 'prometheus')}`,
    `--web.listen-address=${LOOPBACK}:${ports.prometheus}`,
    ...flags,
  ],
  cwd: ROOT,
  health: `${url(ports.prometheus)}/-/ready`,
});

export const alertmanager = (ports, { alertmanager: { program, cwd } }) => ({
  name: 'alertmanager',
  command: [
    program,
    `--config.file=${path.join(PACK, 'alertmanager', 'alertmanager.yaml')}`,
    `--storage.path=${path.join(RUN, 'alertmanager')}`,
    `--web.listen-address=${LOOPBACK}:${ports.alertmanager}`,
    '--cluster.listen-address=',
  ],
  cwd: cwd ?? ROOT,
  health: `${url(ports.alertmanager)}/-/ready`,
});

/** The demo's Collector, or the one that is shipped for production with addresses of this run and a file for the logs. */
export function collector(binary, ports, profile) {
  if (profile.exportMillis) return faults.collector(binary, ports);
  const here = {
    receivers: { otlp: { protocols: { grpc: { endpoint: `${LOOPBACK}:${ports.otlpGrpc}` }, http: { endpoint: `${LOOPBACK}:${ports.otlp}` } } } },
    exporters: {
      prometheus: { endpoint: `${LOOPBACK}:${ports.collectorMetrics}` },
      'file/logs': { path: path.join(TELEMETRY, 'logs.jsonl'), create_directory: true },
      'file/traces': { path: path.join(TELEMETRY, 'traces.jsonl'), create_directory: true },
    },
    extensions: { health_check: { endpoint: `${LOOPBACK}:${ports.collectorHealth}` } },
    service: {
      pipelines: { traces: { exporters: ['file/traces'] }, logs: { exporters: ['file/logs'] } },
      telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: LOOPBACK, port: ports.collectorTelemetry } } } }] } },
    },
  };
  const file = path.join(RUN, 'collector-here.yaml');
  fs.writeFileSync(file, JSON.stringify(here, null, 2));
  const unused = `${url(ports.otlp)}/unused`;
  return {
    name: 'collector',
    command: [binary, '--config', 'collector-config/collector.yaml', '--config', file],
    env: { ...process.env, PITWALL_TRACES_ENDPOINT: unused, PITWALL_LOGS_ENDPOINT: unused },
    cwd: ROOT,
    health: `${url(ports.collectorHealth)}/`,
  };
}

export const modelEndpoint = faults.modelEndpoint;

/** A desk of its own, with files of its own for the operator. */
export function desk(ports, name, { exportMillis }) {
  const folder = path.join(RUN, 'control', name);
  fs.mkdirSync(folder, { recursive: true });
  const control = { permissions: path.join(folder, 'permissions.txt'), stop: path.join(folder, 'emergency-stop.txt') };
  return { control, program: faults.publishingDesk(ports, { name, port: ports[name], control, exportMillis }) };
}
