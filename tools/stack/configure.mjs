import fs from 'node:fs';
import path from 'node:path';
import { JARS } from '../build.mjs';
import { LOOPBACK } from '../ports.mjs';
import { RUN } from '../paths.mjs';

/** Where the rendered rules and server configurations of this run are. */
export const CONFIGURATION = path.join(RUN, 'configuration');

/**
 * Windows of minutes instead of hours and days, for whoever does not want to wait so long. What is trouble
 * and what is not stays the same.
 */
export const SHORT_WINDOWS = {
  slo: { min_runs: 5, burn: [{ severity: 'critical', long: '5m', short: '1m', factor: 14.4, for: '5s' }] },
  alerts: {
    run_lost: { for: '20s', remembered: '10m' },
    handoff_failing: { window: '2m', for: '10s' },
    handoff_slow: { window: '2m', for: '10s' },
    handoff_unanswered: { age: '1m' },
    approval_waiting: { age: '1m' },
    gate_failures_high: { window: '5m', for: '10s' },
    telemetry_absent: { for: '1m' },
    signals_dropped: { window: '2m', for: '30s' },
    collector_export_failing: { window: '1m', for: '30s' },
  },
};

const url = (port) => `http://${LOOPBACK}:${port}`;

/**
 * Renders the alert pack for the demo: everything every two seconds, short windows, all alerts to the
 * inbox, links to this run's programs.
 */
export async function renderAlertPack(run, ports) {
  const settings = {
    ...SHORT_WINDOWS,
    links: {
      dashboards: url(ports.preview),
      runbooks: `${url(ports.inbox)}/runbooks`,
      traces: `${url(ports.zipkin)}/zipkin/?annotationQuery=pitwall.run.id%3D{run}&lookback=range&startTs=1&endTs=4102444800000&limit=10`,
    },
    prometheus: {
      scrape_interval: '2s',
      evaluation_interval: '2s',
      collectors: [`${LOOPBACK}:${ports.collectorMetrics}`],
      collector_telemetry: [`${LOOPBACK}:${ports.collectorTelemetry}`],
      alertmanagers: [`${LOOPBACK}:${ports.alertmanager}`],
      scrape: [{ job: 'alert-inbox', targets: [`${LOOPBACK}:${ports.inbox}`] }],
    },
    alertmanager: {
      group_wait: '1s',
      group_interval: '5s',
      repeat_interval: '1h',
      receivers: Object.fromEntries(['team', 'oncall', 'watchdog'].map((name) => [name, inbox(ports)])),
    },
  };
  fs.mkdirSync(CONFIGURATION, { recursive: true });
  // JSON is YAML.
  const file = path.join(CONFIGURATION, 'settings.yaml');
  fs.writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
  const command = ['java', '-jar', JARS.alertRules, 'render', '--config', file, '--out', CONFIGURATION];
  await run({ name: 'render-alert-pack', command });
}

const inbox = (ports) => ({ webhooks: [{ url: `${url(ports.inbox)}/webhook` }], slack: [] });
