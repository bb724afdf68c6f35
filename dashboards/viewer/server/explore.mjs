// The one search that the dashboards' links ask of a trace store: an attribute equals a value.
const ATTRIBUTE_EQUALS = /^\{ span\.([\w.]+) = "([^"\\]+)" \}$/;
const HOUR_MS = 3_600_000;
const UNITS_MS = { s: 1000, m: 60_000, h: HOUR_MS, d: 24 * HOUR_MS };

/** Where a link to Grafana's Explore leads while Zipkin stands in for Tempo. */
export function exploreTarget(url, zipkin) {
  if (!zipkin) {
    return { why: 'No trace store: start the preview with --zipkin URL.' };
  }
  const pane = firstPane(url.searchParams.get('panes'));
  if (pane?.datasource === '') {
    return { why: 'The preview has neither Jaeger nor Loki; its traces are in Zipkin.' };
  }
  const [, attribute, value] = ATTRIBUTE_EQUALS.exec(pane?.queries?.[0]?.query ?? '') ?? [];
  if (!attribute) {
    return { why: 'The preview can only search traces for an attribute that equals a value.' };
  }
  const location = new URL('/zipkin/', zipkin);
  location.searchParams.set('annotationQuery', `${attribute}=${value}`);
  location.searchParams.set('lookback', 'millis');
  location.searchParams.set('millis', String(lookback(pane.range?.from)));
  // Zipkin's page searches by itself only if it is told until when and how many.
  location.searchParams.set('endTs', String(Date.now()));
  location.searchParams.set('limit', '20');
  return { location };
}

function firstPane(text) {
  try {
    return Object.values(JSON.parse(text))[0];
  } catch {
    return undefined;
  }
}

/** How far back to look, in milliseconds. */
function lookback(from = '') {
  const [, amount, unit] = /^now-(\d+)([smhd])$/.exec(from) ?? [];
  if (amount) {
    return Number(amount) * UNITS_MS[unit];
  }
  return /^\d{13}$/.test(from) ? Math.max(HOUR_MS, Date.now() - Number(from)) : HOUR_MS;
}
