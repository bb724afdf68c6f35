import fs from 'node:fs';
import path from 'node:path';
import { EVERY_METRIC_CLASS_PATH, JARS } from '../build.mjs';
import { ROOT, RUN } from '../paths.mjs';
import { LOOPBACK } from '../ports.mjs';

const url = (port) => `http://${LOOPBACK}:${port}`;

/** Services that report on both paths at once. */
export const SERVICES = ['every-metric', 'publishing-desk'];

/** What the contract calls a service: its namespace and its name. */
export const job = (service) => `pitwall/${service}`;

export const PREFERRED_PORTS = {
  otlpGrpc: 14317,
  otlp: 14318,
  collectorMetrics: 18889,
  collectorTelemetry: 18888,
  collectorHealth: 13134,
  model: 18089,
  desk: 18080,
  'every-metric': 19464,
  'publishing-desk': 19465,
  'prometheus-2-collector': 19090,
  'prometheus-2-agent': 19091,
  'prometheus-3-collector': 19092,
  'prometheus-3-agent': 19093,
  'prometheus-3-otlp': 19094,
};

/**
 * Every way for a metric to come into Prometheus, each with a server of its own.
 *
 * @returns {{name: string, generation: 'old' | 'new', settings: object, flags: string[]}[]}
 */
export function servers(ports) {
  const collector_telemetry = [`${LOOPBACK}:${ports.collectorTelemetry}`];
  const ofCollector = {
    collectors: [`${LOOPBACK}:${ports.collectorMetrics}`],
    collector_telemetry,
    scrape: [],
  };
  const ofAgents = {
    collectors: [],
    collector_telemetry,
    scrape: SERVICES.map((service) => ({ job: job(service), targets: [`${LOOPBACK}:${ports[service]}`] })),
  };
  const neither = { collectors: [], collector_telemetry, scrape: [] };
  return [
    { name: 'prometheus-2-collector', generation: 'old', settings: ofCollector, flags: [] },
    { name: 'prometheus-2-agent', generation: 'old', settings: ofAgents, flags: [] },
    { name: 'prometheus-3-collector', generation: 'new', settings: ofCollector, flags: [] },
    { name: 'prometheus-3-agent', generation: 'new', settings: ofAgents, flags: [] },
    { name: 'prometheus-3-otlp', generation: 'new', settings: neither, flags: ['--web.enable-otlp-receiver'] },
  ];
}

/** Renders the shipped rules for a server and says where they are. */
export async function renderPack(run, { name, settings }) {
  const folder = path.join(RUN, name);
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'settings.yaml');
  // JSON is YAML.
  const all = { prometheus: { scrape_interval: '1s', evaluation_interval: '1s', alertmanagers: [], ...settings } };
  fs.writeFileSync(file, JSON.stringify(all, null, 2));
  await run({ name: `render-${name}`, command: ['java', '-jar', JARS.alertRules, 'render', '--config', file, '--out', folder] });
  return folder;
}

export const prometheus = ({ name, flags }, folder, program, ports) => ({
  name,
  command: [
    program,
    `--config.file=${path.join(folder, 'prometheus', 'prometheus.yaml')}`,
    `--storage.tsdb.path=${path.join(folder, 'data')}`,
    `--web.listen-address=${LOOPBACK}:${ports[name]}`,
    ...flags,
  ],
  cwd: ROOT,
  health: `${url(ports[name])}/-/ready`,
});

/** The production configuration, with addresses of this run and Prometheus's own OTLP added. */
export function collector(binary, ports) {
  const here = {
    receivers: { otlp: { protocols: { grpc: { endpoint: `${LOOPBACK}:${ports.otlpGrpc}` }, http: { endpoint: `${LOOPBACK}:${ports.otlp}` } } } },
    exporters: {
      prometheus: { endpoint: `${LOOPBACK}:${ports.collectorMetrics}` },
      'otlp_http/prometheus': { endpoint: `${url(ports['prometheus-3-otlp'])}/api/v1/otlp` },
    },
    extensions: { health_check: { endpoint: `${LOOPBACK}:${ports.collectorHealth}` } },
    service: {
      pipelines: { metrics: { exporters: ['prometheus', 'otlp_http/prometheus'] } },
      telemetry: {
        metrics: { readers: [{ pull: { exporter: { prometheus: { host: LOOPBACK, port: ports.collectorTelemetry } } } }] },
      },
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

/** An environment in which the agent exports both ways. The instance is the address that is scraped. */
function bothWays(service, ports) {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OTEL|PITWALL|OPENAI|DESK)_/.test(name))),
    OTEL_SERVICE_NAME: service,
    OTEL_RESOURCE_ATTRIBUTES: `service.namespace=pitwall,service.instance.id=${LOOPBACK}:${ports[service]}`,
    OTEL_METRICS_EXPORTER: 'otlp,prometheus',
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
    OTEL_EXPORTER_OTLP_ENDPOINT: url(ports.otlp),
    OTEL_EXPORTER_PROMETHEUS_HOST: LOOPBACK,
    OTEL_EXPORTER_PROMETHEUS_PORT: String(ports[service]),
    OTEL_TRACES_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
  };
}

/** Reports every metric of the conventions; the plain agent, so that nobody else reports one of them. */
export const everyMetric = (ports) => ({
  name: 'every-metric',
  command: ['java', `-javaagent:${JARS.agent}`, '-cp', EVERY_METRIC_CLASS_PATH, 'dev.pitwall.build.EveryMetric'],
  env: bothWays('every-metric', ports),
  cwd: ROOT,
  health: `${url(ports['every-metric'])}/metrics`,
});

/** So slow that several jobs are open at any time: what is told of open runs is there all the while. */
export const modelEndpoint = (ports) => ({
  name: 'model-endpoint',
  command: ['java', '-jar', JARS.modelEndpoint, '--port', String(ports.model), '--latency-ms', '100', '--loop-turns', '80'],
  cwd: ROOT,
  health: `${url(ports.model)}/healthz`,
});

export const publishingDesk = (ports) => ({
  name: 'publishing-desk',
  command: [
    'java',
    `-javaagent:${JARS.agent}`,
    `-Dotel.javaagent.extensions=${JARS.extension}`,
    ...['-jar', JARS.publishingDesk, '--port', String(ports.desk)],
  ],
  env: {
    ...bothWays('publishing-desk', ports),
    PITWALL_LIVE_RUNS_MAX: '20',
    OPENAI_BASE_URL: `${url(ports.model)}/v1`,
    OPENAI_API_KEY: 'offline',
    OPENAI_MODEL: 'pitwall-offline',
    DESK_SCRIPTED: 'true',
    DESK_JOBS: '8',
    DESK_APPROVAL_WAIT_MS: '200',
  },
  cwd: ROOT,
  health: `${url(ports.desk)}/healthz`,
});
