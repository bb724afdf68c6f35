import fs from 'node:fs';
import path from 'node:path';
import { getJson } from '../http.mjs';
import { ROOT } from '../paths.mjs';

const FOLDER = path.join(ROOT, 'dashboards/grafana');
const POINTS = 600;
const LIMIT_SECONDS = 60;

/**
 * The queries of a dashboard's first load: of variables, annotations and of every panel that is visible.
 *
 * @returns {{dashboard: string, queries: {what: string, expr: string, instant: boolean, variable: boolean}[]}[]}
 */
export function firstLoads() {
  return fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => load(JSON.parse(fs.readFileSync(path.join(FOLDER, name), 'utf8'))));
}

function load({ title, panels, templating, annotations, time }) {
  const variables = templating.list
    .filter(({ type }) => type === 'query')
    .map(({ name, query, definition }) => ({ what: `variable ${name}`, expr: query?.query ?? query ?? definition, instant: true, variable: true }));
  const marks = (annotations?.list ?? [])
    .filter(({ enable, expr }) => enable && expr)
    .map(({ name, expr }) => ({ what: `annotation ${name}`, expr, instant: false }));
  const visible = panels.flatMap((panel) => (panel.collapsed ? [] : [panel])).filter(({ targets }) => targets?.length);
  const targets = visible.flatMap((panel) => panel.targets.filter(({ expr, hide }) => expr && !hide).map(({ expr, instant }) => ({ what: panel.title, expr, instant: Boolean(instant) })));
  const fill = (expr) => filled(expr, templating.list);
  return { dashboard: title, seconds: secondsOf(time.from), queries: [...variables, ...marks, ...targets].map((query) => ({ ...query, expr: fill(query.expr) })) };
}

/** With every variable at "All", which costs most. */
function filled(expr, variables) {
  return variables
    .reduce((text, { name, allValue }) => text.replaceAll(`$${name}`, allValue ?? '.*'), expr)
    .replaceAll('$__rate_interval', '2m')
    .replaceAll('$__interval', '30s')
    .replaceAll('$__range', '1h');
}

function secondsOf(from) {
  const [, amount, unit] = /^now-(\d+)([mhd])$/.exec(from);
  return amount * { m: 60, h: 3600, d: 86_400 }[unit];
}

/** Asks as Grafana would and tells how long it took, in seconds. */
export async function ask(address, { expr, instant, variable }, seconds) {
  const end = Math.floor(Date.now() / 1000);
  const began = performance.now();
  await getJson(variable ? labelValues(address, expr, end - seconds, end) : query(address, expr, instant, seconds, end));
  return (performance.now() - began) / 1000;
}

function query(address, expr, instant, seconds, end) {
  const common = `query=${encodeURIComponent(expr)}&timeout=${LIMIT_SECONDS}s`;
  const step = Math.max(30, Math.ceil(seconds / POINTS));
  return instant ? `${address}/api/v1/query?${common}&time=${end}` : `${address}/api/v1/query_range?${common}&start=${end - seconds}&end=${end}&step=${step}`;
}

function labelValues(address, expr, start, end) {
  const [, selector, label] = /^label_values\((?:(.+),\s*)?(\w+)\)$/s.exec(expr) ?? [];
  if (!label) return query(address, /^query_result\((.+)\)$/s.exec(expr)?.[1] ?? expr, true, 0, end);
  const match = selector ? `&match[]=${encodeURIComponent(selector)}` : '';
  return `${address}/api/v1/label/${label}/values?start=${start}&end=${end}${match}`;
}
