import fs from 'node:fs';
import path from 'node:path';
import { JARS } from '../build.mjs';
import { LOOPBACK } from '../ports.mjs';
import { RUN } from '../paths.mjs';

/** Where the rendered rules and server configurations of this run are. */
export const CONFIGURATION = path.join(RUN, 'configuration');

const url = (port) => `http://${LOOPBACK}:${port}`;

/**
 * Renders the alert pack for the demo: everything every two seconds, all alerts to the inbox, links
 * to this run's programs.
 */
export async function renderAlertPack(run, ports) {
  const settings = {
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
