import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { expect } from './expect.mjs';

/** Added by some paths and not by others, and used by nothing of ours. */
const SCOPE = /^otel_scope_/;

/** Bounds are numbers: one path writes 300, another 300.0. */
const bound = (le) => (le === '+Inf' ? Infinity : Number(le));

/** What EveryMetric printed before it said that all is reported. */
export function expectations(text) {
  const lines = text.split('\n');
  const end = lines.indexOf('reported');
  if (end < 0) return undefined;
  return lines.slice(0, end).filter((line) => line.startsWith('{"metric"')).map((line) => JSON.parse(line));
}

/**
 * Compares what is in a Prometheus with what the conventions say.
 *
 * @param {{metric: string, series: string[], labels: string[], bounds: number[]}[]} expected
 * @param {object[]} vector instant vector of everything that was reported
 * @param {{job: string, instance: string}} target
 * @returns {string[]} what differs, a sentence each
 */
export function againstConventions(expected, vector, { job, instance }) {
  const wanted = new Map(expected.flatMap((each) => each.series.map((series) => [series, each])));
  const problems = [];
  const seen = new Map();
  for (const { metric } of vector) {
    const { __name__: name, job: itsJob, instance: itsInstance, le, ...labels } = metric;
    seen.set(name, [...(seen.get(name) ?? []), ...(le === undefined ? [] : [bound(le)])]);
    const convention = wanted.get(name);
    if (!convention) {
      problems.push(`${name} is no series of the conventions`);
      continue;
    }
    if (itsJob !== job || itsInstance !== instance) problems.push(`${name} is of job ${itsJob}, instance ${itsInstance}`);
    const names = Object.keys(labels).filter((label) => !SCOPE.test(label));
    const difference = different(new Set(convention.labels), new Set(names));
    if (difference) problems.push(`${name}: labels ${difference}`);
  }
  for (const [name, { bounds }] of wanted) {
    if (!seen.has(name)) problems.push(`${name} is missing`);
    else if (name.endsWith('_bucket')) {
      const difference = different(new Set([...bounds, Infinity]), new Set(seen.get(name)));
      if (difference) problems.push(`${name}: bounds ${difference}`);
    }
  }
  return problems;
}

/** Runs come and go between any two scrapes. */
const ID = /^pitwall_(run|finding)_id$/;

/** Two exporters of one process add the same numbers up in different orders. */
const DIGITS = 12;

/** A vector as lines that are equal wherever the same was stored; without values, also without ids. */
export function canonical(vector, withValues = true) {
  const lines = vector.map(({ metric, value }) => {
    const labels = Object.entries(metric)
      .filter(([label]) => !SCOPE.test(label) && (withValues || !ID.test(label)))
      .map(([label, text]) => `${label}=${label === 'le' ? bound(text) : JSON.stringify(text)}`)
      .sort();
    return withValues ? `${labels.join(' ')} ${Number(Number(value[1]).toPrecision(DIGITS))}` : labels.join(' ');
  });
  return new Set(lines);
}

/** How two sets differ, in words, or undefined. */
export function different(one, other) {
  const missing = [...one].filter((each) => !other.has(each));
  const more = [...other].filter((each) => !one.has(each));
  if (missing.length + more.length === 0) return undefined;
  const some = (list) => `${list.slice(0, 3).join(' | ')}${list.length > 3 ? ` and ${list.length - 3} more` : ''}`;
  return [missing.length && `without ${some(missing)}`, more.length && `also ${some(more)}`].filter(Boolean).join('; ');
}

/**
 * The first path that lacks what another had all the while, in words, or undefined.
 *
 * @param {{name: string, seen: Set<string>, steady: Set<string>}[]} paths
 */
export function lacking(paths) {
  for (const { name, steady } of paths) {
    for (const other of paths) {
      const missing = [...steady].find((series) => !other.seen.has(series));
      if (missing !== undefined) return `${other.name} lacks ${missing}, which ${name} has`;
    }
  }
  return undefined;
}

/** The Collector's own series and the JVM's: they are not emitted by us, and go ways of their own. */
const OF_OTHERS = /\b(otelcol|jvm)_/;

/** Here a loop is played and no other fault: most other dashboards have nothing to show. That they have data is asked by tools/dashboards.mjs. */
const OVERVIEW = 'pitwall-overview.json';

/** Every query of the shipped dashboards over our own metrics, with their variables as they are at first. */
export function dashboardQueries() {
  const folder = path.join(ROOT, 'dashboards/grafana');
  const expectedEmpty = JSON.parse(fs.readFileSync(path.join(ROOT, 'dashboards/expected-empty.json'), 'utf8')).map((each) => each.title);
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => queriesOf(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')), name, expectedEmpty));
}

function queriesOf({ panels, templating }, file, expectedEmpty) {
  const all = templating.list.filter((variable) => variable.includeAll);
  const fill = (expr) => {
    const filled = all.reduce((text, { name, allValue }) => text.replaceAll(`$${name}`, allValue), expr);
    return filled.replaceAll('$__rate_interval', '1m').replaceAll('$__range', '5m');
  };
  const panelsOf = (list) => list.flatMap((panel) => [panel, ...panelsOf(panel.panels ?? [])]);
  return panelsOf(panels).flatMap(({ title, targets = [] }) =>
    targets
      .filter(({ expr }) => expr && !OF_OTHERS.test(expr))
      .map((target) => {
        const query = fill(target.expr);
        expect(!query.includes('$'), `${file}, ${title}: a variable of ${query} is not known here`);
        return { what: `${file}, ${title}`, query, mayBeEmpty: file !== OVERVIEW || expectedEmpty.includes(title) };
      }),
  );
}
