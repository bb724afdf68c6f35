import fs from 'node:fs';
import path from 'node:path';
import { ROOT, RUN, relative } from '../paths.mjs';
import { expect } from './expect.mjs';
import { QueryWatch, dashboardQueries } from './queries.mjs';

export const DASHBOARD = '/d/pitwall-overview?var-workflow=publishing-desk&var-step=2s&from=now-5m&to=now';

/** How often the demo's desk exports. */
const EXPORT_SECONDS = 2;

/**
 * Opens the dashboard in headless Chromium and checks that every panel returned data.
 *
 * @param {(program: object) => Promise<void>} run
 * @returns {Promise<string>} what was seen
 */
export async function checkDashboard(run, stack, theme) {
  const name = `dashboard-${theme}`;
  const screenshot = path.join(RUN, `${name}.png`);
  const viewer = path.join(ROOT, 'dashboards/viewer');
  const options = ['--url', stack.url('preview', `${DASHBOARD}&theme=${theme}`)];
  options.push('--expected-empty', path.join(ROOT, 'dashboards/expected-empty.json'), '--screenshot', screenshot);
  await run({ name, command: ['node', path.join(viewer, 'check-page.mjs'), ...options], cwd: viewer });
  expect(fs.existsSync(screenshot), 'the page was opened but no screenshot was written');
  return `every panel of the page returned data (${relative(screenshot)})`;
}

/**
 * Checks that Prometheus understands and answers every query of every dashboard; whether each has data is asked by
 * tools/dashboards.mjs, which plays everything that could give it some.
 *
 * @returns {Promise<string>} what was seen
 */
export async function checkQueries(stack) {
  const queries = dashboardQueries(path.join(ROOT, 'dashboards/grafana'));
  const watch = new QueryWatch(stack.url('prometheus'), queries, EXPORT_SECONDS);
  await watch.ask();
  expect(watch.errors.size === 0, [...watch.errors].map(([query, error]) => `${query}: ${error}`).join('; '));
  return `${queries.length} queries of all dashboards are answered, ${queries.length - watch.empty.length} of them with data by now`;
}
