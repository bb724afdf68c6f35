import path from 'node:path';
import { JARS } from '../build.mjs';
import { LOOPBACK } from '../ports.mjs';
import { ROOT, RUN } from '../paths.mjs';
import { CONFIGURATION } from './configure.mjs';

/** Ports that are easy to remember; a busy one is replaced. */
export const PREFERRED_PORTS = {
  preview: 3000,
  desk: 8080,
  inbox: 8088,
  model: 8089,
  prometheus: 9090,
  alertmanager: 9093,
  zipkin: 9411,
  otlp: 4318,
  collectorMetrics: 8889,
  collectorTelemetry: 8888,
  collectorHealth: 13133,
};

/** Where the Collector writes traces and logs as JSON lines. */
export const TELEMETRY = path.join(RUN, 'telemetry');

export const MODEL_NAME = 'pitwall-offline';

const url = (port) => `http://${LOOPBACK}:${port}`;

/**
 * Every program of the chain in the order of its start.
 *
 * @param {Record<string, number>} ports
 * @param {object} parts what prepare() obtained
 * @param {boolean} offline whether the offline model endpoint is used
 * @returns {{name: string, command: string[], env: Record<string, string>, cwd: string, health: string}[]}
 */
export function programs(ports, parts, offline) {
  const all = [
    zipkin(ports, parts),
    collector(ports, parts),
    inbox(ports),
    alertmanager(ports, parts),
    prometheus(ports, parts),
    preview(ports),
    ...(offline ? [modelEndpoint(ports)] : []),
    publishingDesk(ports, offline),
  ];
  return all.map((program) => ({ cwd: ROOT, env: plainEnvironment(), ...program }));
}

/** Our environment without what would reconfigure the programs behind our back. */
function plainEnvironment(extra = {}) {
  const foreign = /^(OTEL|PITWALL|OPENAI|DESK|ZIPKIN|STORAGE)_|^(JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|SERVER_PORT)$/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

const zipkin = (ports, { zipkin: jar }) => ({
  name: 'zipkin',
  command: [
    ...['java', '-Xmx384m', '-XX:TieredStopAtLevel=1', '-jar', jar],
    // Its own setting has a port only and would listen on every address.
    `--armeria.ports[0].ip=${LOOPBACK}`,
    `--armeria.ports[0].port=${ports.zipkin}`,
    '--armeria.ports[0].protocols[0]=http',
  ],
  health: `${url(ports.zipkin)}/health`,
});

const collector = (ports, { collector: binary }) => ({
  name: 'collector',
  command: [binary, '--config', 'collector-config/demo.yaml'],
  env: plainEnvironment({
    PITWALL_OTLP_HTTP_PORT: String(ports.otlp),
    PITWALL_PROM_PORT: String(ports.collectorMetrics),
    PITWALL_HEALTH_PORT: String(ports.collectorHealth),
    PITWALL_COLLECTOR_TELEMETRY_PORT: String(ports.collectorTelemetry),
    PITWALL_ZIPKIN_URL: `${url(ports.zipkin)}/api/v2/spans`,
    PITWALL_DATA_DIR: TELEMETRY,
  }),
  health: `${url(ports.collectorHealth)}/`,
});

const inbox = (ports) => ({
  name: 'alert-inbox',
  command: ['java', '-jar', JARS.alertInbox, '--port', String(ports.inbox), '--runbooks', 'alert-rules/runbooks'],
  health: `${url(ports.inbox)}/healthz`,
});

const alertmanager = (ports, { alertmanager: { program, cwd } }) => ({
  name: 'alertmanager',
  command: [
    program,
    `--config.file=${path.join(CONFIGURATION, 'alertmanager', 'alertmanager.yaml')}`,
    `--storage.path=${path.join(RUN, 'alertmanager')}`,
    `--web.listen-address=${LOOPBACK}:${ports.alertmanager}`,
    // Alone: nothing to gossip with, no further port.
    '--cluster.listen-address=',
  ],
  ...(cwd ? { cwd } : {}),
  health: `${url(ports.alertmanager)}/-/ready`,
});

export const prometheus = (ports, { prometheus: { program, flags } }) => ({
  name: 'prometheus',
  command: [
    program,
    `--config.file=${path.join(CONFIGURATION, 'prometheus', 'prometheus.yaml')}`,
    `--storage.tsdb.path=${path.join(RUN, 'prometheus')}`,
    `--web.listen-address=${LOOPBACK}:${ports.prometheus}`,
    // The single observations behind a histogram, each with its trace.
    '--enable-feature=exemplar-storage',
    ...flags,
  ],
  health: `${url(ports.prometheus)}/-/ready`,
});

export const preview = (ports) => ({
  name: 'preview',
  command: [
    ...['node', 'dashboards/viewer/serve.mjs', '--port', String(ports.preview)],
    ...['--prometheus', url(ports.prometheus), ...(ports.zipkin ? ['--zipkin', url(ports.zipkin)] : [])],
    ...['--dashboards', 'dashboards/grafana'],
  ],
  health: `${url(ports.preview)}/healthz`,
});

const modelEndpoint = (ports) => ({
  name: 'model-endpoint',
  command: ['java', '-jar', JARS.modelEndpoint, '--port', String(ports.model), '--seed', '7', '--latency-ms', '150'],
  health: `${url(ports.model)}/healthz`,
});

const publishingDesk = (ports, offline) => ({
  name: 'publishing-desk',
  command: [
    'java',
    `-javaagent:${JARS.agent}`,
    `-Dotel.javaagent.extensions=${JARS.extension}`,
    ...['-jar', JARS.publishingDesk, '--port', String(ports.desk)],
  ],
  env: plainEnvironment({
    OTEL_SERVICE_NAME: 'publishing-desk',
    OTEL_EXPORTER_OTLP_ENDPOINT: url(ports.otlp),
    OTEL_METRIC_EXPORT_INTERVAL: '2000',
    OTEL_BSP_SCHEDULE_DELAY: '1000',
    OTEL_BLRP_SCHEDULE_DELAY: '1000',
    PITWALL_LIVE_RUNS_MAX: '20',
    PITWALL_PRICES_FILE: 'sample-agents/prices.csv',
    ...(offline ? scripted(ports) : realModel()),
  }),
  health: `${url(ports.desk)}/healthz`,
});

const scripted = (ports) => ({
  OPENAI_BASE_URL: `${url(ports.model)}/v1`,
  OPENAI_API_KEY: 'offline',
  OPENAI_MODEL: MODEL_NAME,
  DESK_SCRIPTED: 'true',
});

const realModel = () =>
  Object.fromEntries(['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'].map((name) => [name, process.env[name]]));
