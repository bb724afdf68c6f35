import fs from 'node:fs';
import path from 'node:path';

const LABEL_VALUES = /^label_values\((.+), (\w+)\)$/;

/**
 * Every query of every dashboard in a folder: of panels, also in closed rows, of variables and of annotations.
 *
 * @param {string} folder
 * @returns {{dashboard: string, title: string, name: string, promql: string, instant: boolean}[]} name: what the answer is called there
 */
export function dashboardQueries(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => queriesOf(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))));
}

function queriesOf({ uid: dashboard, panels, templating, annotations }) {
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return [
    ...templating.list
      .filter(({ type }) => type === 'query')
      .map(({ name, definition }) => ({ dashboard, title: 'variable', name, promql: valuesOf(definition), instant: true })),
    ...annotations.list.map(({ name, expr }) => ({ dashboard, title: 'annotation', name, promql: expr, instant: false })),
    ...all.flatMap(({ title, targets = [] }) =>
      targets.map(({ legendFormat, expr, instant }) => ({ dashboard, title, name: legendFormat, promql: expr, instant })),
    ),
  ];
}

function valuesOf(definition) {
  const [, selector, label] = LABEL_VALUES.exec(definition) ?? [];
  if (!label) throw new Error(`${definition} is not understood; allowed: label_values(selector, label)`);
  return selector.endsWith('}') ? `${selector.slice(0, -1)}, ${label}!=""}` : `${selector}{${label}!=""}`;
}

/** Fills in what Grafana would: nothing chosen, and rates over four export intervals. */
export function filled(promql, { rangeSeconds, exportSeconds }) {
  return promql
    .replaceAll('$__range', `${rangeSeconds}s`)
    .replaceAll('$__rate_interval', `${4 * exportSeconds}s`)
    .replace(/"\$(cluster|job|workflow|agent)"/g, '".*"');
}

/** Asks all queries again and again until each has been answered with data, and remembers which were not. */
export class QueryWatch {
  #open;
  #prometheus;
  #began = Date.now();
  #exportSeconds;
  errors = new Map();

  /**
   * @param {string} prometheus its address
   * @param {ReturnType<typeof dashboardQueries>} queries
   * @param {number} exportSeconds how often the services export
   */
  constructor(prometheus, queries, exportSeconds) {
    this.#prometheus = prometheus;
    this.#open = new Map(queries.map((query) => [key(query), query]));
    this.#exportSeconds = exportSeconds;
  }

  /** Those that have never had data. */
  get empty() {
    return [...this.#open.values()];
  }

  /** Asks those once more that had no data so far. */
  async ask() {
    const distinct = new Map();
    for (const query of this.#open.values()) {
      const same = `${query.instant} ${query.promql}`;
      distinct.set(same, [...(distinct.get(same) ?? []), query]);
    }
    for (const all of distinct.values()) {
      if (await this.#hasData(all[0])) all.forEach((query) => this.#open.delete(key(query)));
    }
  }

  async #hasData(query) {
    const now = Date.now() / 1000;
    const rangeSeconds = Math.max(60, Math.ceil((Date.now() - this.#began) / 1000));
    const promql = filled(query.promql, { rangeSeconds, exportSeconds: this.#exportSeconds });
    const form = query.instant
      ? new URLSearchParams({ query: promql, time: String(now) })
      : new URLSearchParams({ query: promql, start: String(now - rangeSeconds), end: String(now), step: String(this.#exportSeconds) });
    const address = `${this.#prometheus}/api/v1/${query.instant ? 'query' : 'query_range'}`;
    const answer = await (await fetch(address, { method: 'POST', body: form })).json();
    if (answer.status !== 'success') {
      this.errors.set(key(query), answer.error);
      return false;
    }
    return answer.data.result.length > 0;
  }
}

/** How a query is called in messages and in the list of reasons. */
export const key = ({ dashboard, title, name }) => `${dashboard} / ${title} / ${name}`;
