import { count, expect } from './expect.mjs';

const OPERATION = 'gen_ai.operation.name';
const AGENT = 'gen_ai.agent.name';
const RUN = 'pitwall.run.id';

/** What a healthy job of the sample service must show. */
export const EXPECTED_AGENTS = [
  ...['researcher-history', 'researcher-market', 'researcher-technology'],
  ...['writer', 'critic', 'editor'],
];

/**
 * The traces of the jobs, once every span's parent has arrived.
 *
 * @param {object[]} spans
 * @param {number} jobs how many must be there
 * @returns {{traceId: string, run: string, spans: object[]}[]}
 */
export function jobTraces(spans, jobs) {
  const byTrace = groupBy(spans, (span) => span.traceId);
  const traces = [...byTrace].filter(([, members]) => members.some(isWorkflow)).map(([id, members]) => traceOf(id, members));
  expect(traces.length === jobs, `${count(traces.length, 'trace')} with a workflow for ${count(jobs, 'job')}`);
  const runs = new Set(traces.map((trace) => trace.run));
  expect(runs.size === jobs, `${count(runs.size, 'run id')} for ${count(jobs, 'job')}`);
  return traces;
}

function traceOf(traceId, spans) {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  expect(byId.size === spans.length, `trace ${traceId} has a span twice`);
  for (const span of spans) {
    const known = span.parentSpanId === '' || byId.has(span.parentSpanId);
    expect(known, `trace ${traceId}: the parent of span "${span.name}" is missing`);
  }
  const outermost = spans.filter((span) => isWorkflow(span) && !ancestors(span, byId).some(isWorkflow));
  expect(outermost.length === 1, `trace ${traceId} has ${count(outermost.length, 'outermost workflow')} instead of one`);
  for (const span of spans.filter((each) => each.attributes[OPERATION])) checkPlace(span, outermost[0], byId);
  return { traceId, run: outermost[0].attributes[RUN], spans };
}

function checkPlace(span, workflow, byId) {
  const above = ancestors(span, byId);
  const run = workflow.attributes[RUN];
  expect(span === workflow || above.includes(workflow), `span "${span.name}" is not below its workflow "${workflow.name}"`);
  expect(span.attributes[RUN] === run, `span "${span.name}" carries run "${span.attributes[RUN]}", its workflow "${run}"`);
  if (span.attributes[OPERATION] === 'execute_tool') {
    const agent = above.find((each) => each.attributes[OPERATION] === 'invoke_agent');
    expect(agent, `tool span "${span.name}" is below no agent`);
  }
}

/**
 * Checks that the traces together show each kind of operation, each agent and usage on each chat.
 *
 * @returns {string} what was seen
 */
export function checkOperations(traces) {
  const spans = traces.flatMap((trace) => trace.spans);
  const of = (operation) => spans.filter((span) => span.attributes[OPERATION] === operation);
  const numbers = ['invoke_workflow', 'invoke_agent', 'chat', 'execute_tool'].map((operation) => {
    expect(of(operation).length > 0, `no ${operation} span`);
    return `${of(operation).length} ${operation}`;
  });
  const agents = new Set(of('invoke_agent').map((span) => span.attributes[AGENT]));
  const absent = EXPECTED_AGENTS.filter((agent) => !agents.has(agent));
  expect(absent.length === 0, `no invoke_agent span of ${absent.join(', ')}; there are ${[...agents].join(', ')}`);
  const silent = of('chat').filter((span) => !(span.attributes['gen_ai.usage.input_tokens'] > 0));
  expect(silent.length === 0, `${count(silent.length, 'chat span')} without token usage`);
  return `${count(traces.length, 'trace')}, one per job, all parents right: ${numbers.join(', ')}`;
}

/** Tokens of all chat spans, input and output. */
export function tokensOf(traces) {
  return traces
    .flatMap((trace) => trace.spans)
    .filter((span) => span.attributes[OPERATION] === 'chat')
    .reduce((sum, { attributes: a }) => sum + a['gen_ai.usage.input_tokens'] + a['gen_ai.usage.output_tokens'], 0);
}

const isWorkflow = (span) => span.attributes[OPERATION] === 'invoke_workflow';

function ancestors(span, byId) {
  const above = [];
  for (let at = byId.get(span.parentSpanId); at && above.length < 100; at = byId.get(at.parentSpanId)) above.push(at);
  return above;
}

function groupBy(list, key) {
  const groups = new Map();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}
