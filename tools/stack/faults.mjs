import fs from 'node:fs';
import path from 'node:path';
import { JARS } from '../build.mjs';
import { ROOT, RUN } from '../paths.mjs';
import { LOOPBACK } from '../ports.mjs';

const url = (port) => `http://${LOOPBACK}:${port}`;

export const PREFERRED_PORTS = {
  otlp: 15318,
  collectorMetrics: 15889,
  collectorTelemetry: 15888,
  collectorHealth: 15133,
  model: 15089,
  desk: 15080,
};

/** Where the Collector writes traces and logs. */
export const TELEMETRY = path.join(RUN, 'telemetry');

/** The only desk where one is enough. */
export const onlyDesk = (ports) => ({ name: 'publishing-desk', port: ports.desk, control: CONTROL, exportMillis: 2000 });

/** Files of control that the operator, here this program, changes while the service runs. */
export const CONTROL = {
  permissions: path.join(RUN, 'permissions.txt'),
  stop: path.join(RUN, 'emergency-stop.txt'),
};

/** The demo's Collector without Zipkin. */
export function collector(binary, ports) {
  const here = { service: { pipelines: { traces: { exporters: ['file/traces'] } } } };
  const file = path.join(RUN, 'collector-here.yaml');
  fs.writeFileSync(file, JSON.stringify(here, null, 2));
  return {
    name: 'collector',
    command: [binary, '--config', 'collector-config/demo.yaml', '--config', file],
    env: {
      ...process.env,
      PITWALL_OTLP_HTTP_PORT: String(ports.otlp),
      PITWALL_PROM_PORT: String(ports.collectorMetrics),
      PITWALL_HEALTH_PORT: String(ports.collectorHealth),
      PITWALL_COLLECTOR_TELEMETRY_PORT: String(ports.collectorTelemetry),
      PITWALL_ZIPKIN_URL: `${url(ports.otlp)}/unused`,
      PITWALL_DATA_DIR: TELEMETRY,
    },
    cwd: ROOT,
    health: `${url(ports.collectorHealth)}/`,
  };
}

export const modelEndpoint = (ports) => ({
  name: 'model-endpoint',
  command: ['java', '-jar', JARS.modelEndpoint, '--port', String(ports.model), '--latency-ms', '40', '--stall-ms', '170000', '--drag-ms', '90000'],
  cwd: ROOT,
  health: `${url(ports.model)}/healthz`,
});

/**
 * The desk with the real agent. Patience is shorter than by default, so that minutes are enough;
 * all other settings of detectors are the defaults.
 *
 * @param {Record<string, number>} ports
 * @param {{name: string, port: number, control: {permissions: string, stop: string}, exportMillis?: number}} desk
 *     exportMillis: how often metrics are exported; undefined is the agent's default
 */
export const publishingDesk = (ports, { name, port, control, exportMillis }) => ({
  name,
  command: [
    'java',
    '-Xmx256m',
    `-javaagent:${JARS.agent}`,
    `-Dotel.javaagent.extensions=${JARS.extension}`,
    ...['-jar', JARS.publishingDesk, '--port', String(port)],
  ],
  env: {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OTEL|PITWALL|OPENAI|DESK)_|^JAVA_TOOL_OPTIONS$/.test(name))),
    ...PATIENCE,
    OTEL_SERVICE_NAME: name,
    OTEL_EXPORTER_OTLP_ENDPOINT: url(ports.otlp),
    ...(exportMillis ? { OTEL_METRIC_EXPORT_INTERVAL: String(exportMillis) } : {}),
    OTEL_BSP_SCHEDULE_DELAY: '500',
    OTEL_BLRP_SCHEDULE_DELAY: '200',
    PITWALL_PRICES_FILE: 'sample-agents/prices.csv',
    PITWALL_METHODS_FILE: 'sample-agents/methods.yaml',
    PITWALL_APPROVALS_TOOLS: 'buyReport',
    PITWALL_AUTHORIZATION_WORKFLOWS: 'publishing-desk',
    PITWALL_AUTHORIZATION_FILE: control.permissions,
    PITWALL_EMERGENCY_STOP_FILE: control.stop,
    OPENAI_BASE_URL: `${url(ports.model)}/v1`,
    OPENAI_API_KEY: 'offline',
    OPENAI_MODEL: 'pitwall-offline',
    DESK_SCRIPTED: 'true',
    DESK_JOBS: '24',
    DESK_APPROVAL_WAIT_MS: '1500',
  },
  cwd: ROOT,
  health: `${url(port)}/healthz`,
});

/** The desk's settings as a file of properties: those of detectors, and the prices. */
export function replaySettings() {
  const { env } = publishingDesk(PREFERRED_PORTS, onlyDesk(PREFERRED_PORTS));
  const ours = Object.entries(env).filter(([name]) => /^PITWALL_(DETECTOR|PRICES|APPROVALS|AUTHORIZATION_WORKFLOWS)/.test(name));
  return ours.map(([name, value]) => `${name.toLowerCase().replaceAll('_', '.')}=${value}\n`).join('');
}

export const PATIENCE = {
  PITWALL_DETECTOR_STALL_CALL: '100s',
  PITWALL_DETECTOR_STALL_SILENCE: '100s',
  PITWALL_DETECTOR_DUPLICATE_WORK_LEAST: '10ms',
  PITWALL_DETECTOR_DEADLOCK_PERSISTENCE: '10s',
  PITWALL_DETECTOR_STRAGGLER_FLOOR: '10s',
  PITWALL_DETECTOR_BOTTLENECK_LASTING: '1m',
};
