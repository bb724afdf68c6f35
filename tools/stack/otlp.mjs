import fs from 'node:fs';
import path from 'node:path';

/**
 * What the Collector wrote to its files, in plain objects.
 *
 * @param {string} folder
 * @returns {{spans: object[], events: object[], raw: string}}
 */
export function readTelemetry(folder) {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [];
  const raw = files.map((file) => fs.readFileSync(file, 'utf8')).join('\n');
  // The last line may be half written.
  const batches = raw.split('\n').map(parsed).filter(Boolean);
  return { spans: batches.flatMap(spansOf), events: batches.flatMap(eventsOf), raw };
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const spansOf = (batch) =>
  (batch.resourceSpans ?? []).flatMap((resource) =>
    resource.scopeSpans.flatMap((scope) =>
      scope.spans.map((span) => ({
        name: span.name,
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId ?? '',
        attributes: attributesOf(span.attributes),
        failed: span.status?.code === 2,
        scope: scope.scope?.name ?? '',
      })),
    ),
  );

const eventsOf = (batch) =>
  (batch.resourceLogs ?? []).flatMap((resource) =>
    resource.scopeLogs.flatMap((scope) =>
      scope.logRecords
        .map((record) => ({ record, attributes: attributesOf(record.attributes) }))
        .map(({ record, attributes }) => ({
          name: record.eventName || attributes['event.name'] || '',
          at: Number(record.timeUnixNano ?? 0) / 1e6,
          traceId: record.traceId ?? '',
          attributes,
        }))
        .filter((event) => event.name !== ''),
    ),
  );

const attributesOf = (list = []) => Object.fromEntries(list.map(({ key, value }) => [key, valueOf(value)]));

function valueOf(value) {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.doubleValue !== undefined) return value.doubleValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.arrayValue !== undefined) return (value.arrayValue.values ?? []).map(valueOf);
  return undefined;
}
