import fs from 'node:fs';
import { once } from 'node:events';

/*
 * A recording as a busy service leaves it behind: runs of a desk of agents that overlap, with spans of models, tools and HTTP,
 * attributes of the resource on every line, content of tools where it is recorded, the workflow log, and metrics in between.
 * The same seed gives the same bytes.
 */

const START = 1_764_378_000_000;
const SPANS_OF_A_LINE = 256;
const AGENTS = ['researcher', 'writer', 'critic', 'editor'];
const WORDS = 'tidal power turbine estuary energy grid research draft review archive market history report question'.split(' ');

const RESOURCE = [
  ['service.name', 'publishing-desk'],
  ['service.instance.id', 'fff6086e-5daf-4e69-b3b1-5af673359be8'],
  ['host.name', 'desk-7d9f8b6c5-x2x4k'],
  ['os.type', 'linux'],
  ['k8s.namespace.name', 'desk'],
  ['k8s.pod.name', 'desk-7d9f8b6c5-x2x4k'],
  ['process.runtime.description', 'Debian OpenJDK 64-Bit Server VM 17.0.15+6-Debian-1deb12u1'],
  ['telemetry.sdk.language', 'java'],
  ['telemetry.sdk.version', '1.64.0'],
].map(([key, stringValue]) => ({ key, value: { stringValue } }));

/** Numbers by chance, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const attribute = (key, value) => ({
  key,
  value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
});
const attributes = (object) => Object.entries(object).map(([key, value]) => attribute(key, value));

/** One run: its spans and its entries of the log. */
function* run(roll, number) {
  const hex = (digits) => Array.from({ length: digits }, () => Math.floor(roll() * 16).toString(16)).join('');
  const text = (words) => Array.from({ length: words }, () => WORDS[Math.floor(roll() * WORDS.length)]).join(' ');
  const traceId = hex(32);
  const id = hex(16);
  let clock = START + number * 900;
  const nanos = (millis) => `${millis}${String(Math.floor(roll() * 1e6)).padStart(6, '0')}`;
  const span = (parent, name, kind, from, to, said) => {
    const spanId = hex(16);
    const all = attributes({ ...said, 'thread.id': 41, 'thread.name': 'pool-2-thread-7' });
    return {
      spanId,
      span: { traceId, spanId, parentSpanId: parent, flags: 257, name, kind, startTimeUnixNano: nanos(from), endTimeUnixNano: nanos(to), attributes: all, status: {} },
    };
  };
  let sequence = 0;
  const entry = (eventName, at, said) => ({
    entry: {
      timeUnixNano: `${at}000000`,
      observedTimeUnixNano: nanos(at),
      severityNumber: 9,
      body: {},
      attributes: attributes({ ...said, 'pitwall.run.id': id, 'gen_ai.workflow.name': 'publishing-desk', 'pitwall.event.sequence': sequence++ }),
      flags: 1,
      traceId,
      spanId: '',
      eventName,
    },
  });
  const begin = clock;
  const root = span('', 'invoke_workflow publishing-desk', 1, begin, begin + 30_000, {
    'gen_ai.operation.name': 'invoke_workflow',
    'gen_ai.workflow.name': 'publishing-desk',
    'pitwall.run.id': id,
    'pitwall.workflow.topology': 'sequence',
    'pitwall.workflow.members': AGENTS.length,
    'pitwall.workflow.max_iterations': 1,
  });
  yield root;
  yield entry('pitwall.run.started', begin + 1, { 'pitwall.run.owner': 'fff6086e' });
  for (const name of AGENTS) {
    const agentBegin = clock + 5;
    const agent = span(root.spanId, `invoke_agent ${name}`, 1, agentBegin, agentBegin + 7_000, {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': name,
      'pitwall.run.id': id,
      'pitwall.input.hash': hex(16),
      'pitwall.output.hash': hex(16),
      'pitwall.handoff.id': `${id}-${name}`,
    });
    yield agent;
    const handoff = { 'pitwall.handoff.id': `${id}-${name}`, 'pitwall.handoff.source': 'publishing-desk', 'pitwall.handoff.target': name, 'pitwall.handoff.mode': 'return_to_caller' };
    yield entry('pitwall.handoff.offered', agentBegin - 1, handoff);
    yield entry('pitwall.handoff.accepted', agentBegin, handoff);
    for (let call = 0; call < 5; call++) {
      const at = agentBegin + 10 + call * 1_300;
      const chat = span(agent.spanId, 'chat gpt-4o', 3, at, at + 800, {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.response.model': 'gpt-4o-2024-08-06',
        'gen_ai.response.id': `chatcmpl-${hex(12)}`,
        'gen_ai.agent.name': name,
        'pitwall.run.id': id,
        'gen_ai.usage.input_tokens': 1200 + Math.floor(roll() * 800),
        'gen_ai.usage.output_tokens': 150 + Math.floor(roll() * 200),
      });
      yield chat;
      yield span(chat.spanId, 'POST', 3, at + 5, at + 790, {
        'http.request.method': 'POST',
        'url.full': 'https://api.openai.com/v1/chat/completions',
        'server.address': 'api.openai.com',
        'server.port': 443,
        'http.response.status_code': 200,
        'network.protocol.version': '2',
      });
      yield span(agent.spanId, 'execute_tool searchArchive', 1, at + 810, at + 1_200, {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': 'searchArchive',
        'gen_ai.tool.type': 'function',
        'gen_ai.tool.call.id': `call_${hex(12)}`,
        'gen_ai.agent.name': name,
        'gen_ai.tool.call.arguments': JSON.stringify({ query: text(6) }),
        'gen_ai.tool.call.result': text(80),
        'pitwall.run.id': id,
      });
    }
    clock = agentBegin + 7_000;
    yield entry('pitwall.handoff.completed', clock, handoff);
  }
  yield entry('pitwall.run.completed', begin + 29_999, {});
}

const request = (resources, scopes, items, list) => `${JSON.stringify({ [resources]: [{ resource: { attributes: RESOURCE }, [scopes]: [{ scope: { name: 'dev.pitwall', version: '0.1.0' }, [items]: list }] }] })}\n`;

const metrics = (millis) =>
  request('resourceMetrics', 'scopeMetrics', 'metrics', [
    { name: 'pitwall.runs.active', unit: '{run}', gauge: { dataPoints: [{ timeUnixNano: `${millis}000000`, asInt: '33', attributes: attributes({ 'gen_ai.workflow.name': 'publishing-desk' }) }] } },
  ]);

/** Writes a recording of at least so many bytes; how many runs, spans and entries it has. */
export async function writeRecording(file, bytes) {
  const out = fs.createWriteStream(file);
  const roll = dice(7);
  const counts = { bytes: 0, runs: 0, spans: 0, entries: 0 };
  const write = async (line) => {
    counts.bytes += Buffer.byteLength(line);
    if (!out.write(line)) await once(out, 'drain');
  };
  let spans = [];
  let entries = [];
  while (counts.bytes < bytes) {
    for (const { span, entry } of run(roll, counts.runs)) {
      if (span) spans.push(span);
      if (entry) entries.push(entry);
    }
    counts.runs++;
    if (spans.length >= SPANS_OF_A_LINE) {
      counts.spans += spans.length;
      counts.entries += entries.length;
      await write(request('resourceSpans', 'scopeSpans', 'spans', spans));
      await write(request('resourceLogs', 'scopeLogs', 'logRecords', entries));
      await write(metrics(START + counts.runs * 900));
      spans = [];
      entries = [];
    }
  }
  out.end();
  await once(out, 'finish');
  return counts;
}
