import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/*
 * A recording as small as a test's may be: what the replay reads of it is as it was, what it passes over is gone. Where the
 * programs ran is nobody's business either.
 */

const OURS = 'dev.pitwall';
const READ = /^(pitwall\.|gen_ai\.|error\.type$|user\.id$|mcp\.method)/;
const PASSED_OVER = /response\.id|time_to_first|finish_reasons|request\.(max|temp|top)|agent\.description|tool\.call\.id|evidence|recommendation/;

const kept = (attributes = []) => attributes.filter(({ key }) => READ.test(key) && !PASSED_OVER.test(key));

function small(item, scope) {
  const { events, links, body, severityText, flags, attributes, ...rest } = item;
  return scope === OURS ? { ...rest, attributes: kept(attributes) } : rest;
}

function smaller(resource, scopes, items) {
  return {
    resource: { attributes: resource.resource.attributes.filter(({ key }) => key.startsWith('service.')) },
    [scopes]: resource[scopes].map((each) => ({ scope: each.scope, [items]: each[items].map((item) => small(item, each.scope?.name)) })),
  };
}

/** Packs the traces and logs in a folder into one file. */
export function writeRecording(folder, file) {
  const lines = fs
    .readdirSync(folder)
    .sort()
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map((request) =>
      request.resourceSpans
        ? { resourceSpans: request.resourceSpans.map((each) => smaller(each, 'scopeSpans', 'spans')) }
        : { resourceLogs: request.resourceLogs.map((each) => smaller(each, 'scopeLogs', 'logRecords')) },
    );
  fs.writeFileSync(file, zlib.gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { level: 9 }));
}
