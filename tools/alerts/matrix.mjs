import { table } from '../performance/page.mjs';

const FINDING_OPENED = 'pitwall.finding.opened';

/** What was told of a service: its alerts by name, each with when it fired and was told for the first time. */
export function toldOf(job, { fired, notifications }) {
  const byName = new Map();
  for (const { at, labels } of fired) {
    if (labels.job !== job || byName.has(labels.alertname)) continue;
    byName.set(labels.alertname, { labels, firedAt: at, toldAt: undefined });
  }
  for (const { at, alerts } of notifications) {
    for (const name of new Set(alerts.filter(({ labels }) => labels.job === job).map(({ labels }) => labels.alertname))) {
      const known = byName.get(name) ?? { labels: alerts.find(({ labels }) => labels.alertname === name).labels, firedAt: at };
      byName.set(name, { ...known, toldAt: known.toldAt ?? at });
    }
  }
  return byName;
}

/**
 * What is wrong with what was told of a fault.
 *
 * @param {{alerts: string[], later?: string[]}} expected
 * @param {Map<string, {toldAt?: number}>} told by name of the alert
 * @returns {string[]} a sentence each
 */
export function judge({ alerts, later = [] }, told) {
  const delivered = [...told].filter(([, { toldAt }]) => toldAt !== undefined).map(([name]) => name);
  const missing = alerts.filter((name) => !delivered.includes(name));
  const others = delivered.filter((name) => !alerts.includes(name) && !later.includes(name));
  return [
    ...(missing.length > 0 ? [`${missing.join(', ')} was not told`] : []),
    ...(others.length > 0 ? [`also told: ${others.join(', ')}`] : []),
  ];
}

/** Lines of the matrix for one fault, one for each alert that it must raise. */
export function rows({ fault, alerts, beganAt }, told, events) {
  return alerts.map((name) => {
    const alert = told.get(name);
    if (!alert?.toldAt) return { fault, alert: name };
    const foundAt = opened(alert.labels, events);
    return {
      fault,
      alert: name,
      severity: alert.labels.severity,
      cause: alert.labels.pitwall_finding_cause ?? '',
      found: foundAt && (foundAt - beganAt) / 1000,
      fires: (alert.firedAt - (foundAt ?? beganAt)) / 1000,
      told: (alert.toldAt - alert.firedAt) / 1000,
    };
  });
}

function opened(labels, events) {
  const id = labels.pitwall_finding_id;
  return id && events.find(({ name, attributes }) => name === FINDING_OPENED && attributes['pitwall.finding.id'] === id)?.at;
}

const number = (value) => (value === undefined ? '–' : Math.max(0, value).toFixed(1));

/** The matrix as a table of Markdown. */
export const matrix = (lines) =>
  table(
    ['fault', 'alert', 'severity', 'likeliest cause', 'found, s after the fault began', 'fires, s after that', 'told, s after that'],
    lines.map((line) => [line.fault, `\`${line.alert}\``, line.severity ?? 'missing', line.cause || '–', number(line.found), number(line.fires), number(line.told)]),
  );
