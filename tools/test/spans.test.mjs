import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPECTED_AGENTS, checkOperations, jobTraces, tokensOf } from '../checks/spans.mjs';

function span(traceId, spanId, parentSpanId, operation, more = {}) {
  const attributes = { ...(operation ? { 'gen_ai.operation.name': operation, 'pitwall.run.id': `run-${traceId}` } : {}), ...more };
  return { name: `${operation ?? 'POST /jobs'} ${spanId}`, traceId, spanId, parentSpanId, attributes };
}

const USAGE = { 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 5 };

function job(traceId) {
  const agents = EXPECTED_AGENTS.flatMap((name) => [
    span(traceId, name, 'flow', 'invoke_agent', { 'gen_ai.agent.name': name }),
    span(traceId, `${name}-chat`, name, 'chat', USAGE),
  ]);
  return [
    span(traceId, 'http', '', undefined),
    span(traceId, 'flow', 'http', 'invoke_workflow'),
    ...agents,
    span(traceId, 'tool', 'writer', 'execute_tool'),
  ];
}

test('accepts one whole trace a job and adds up its tokens', () => {
  const traces = jobTraces([...job('a'), ...job('b'), span('poll', 'get', '', undefined)], 2);
  assert.match(checkOperations(traces), /^2 traces, one per job, all parents right: 2 invoke_workflow, 12 invoke_agent, 12 chat, 2 execute_tool$/);
  assert.equal(tokensOf(traces), 12 * 15);
});

test('a trace too few is told', () => {
  assert.throws(() => jobTraces(job('a'), 2), /1 trace with a workflow for 2 jobs/);
});

test('a span whose parent has not arrived is told', () => {
  const spans = job('a').filter((each) => each.spanId !== 'writer');
  assert.throws(() => jobTraces(spans, 1), /the parent of span "chat writer-chat" is missing/);
});

test('a span that was exported twice is told', () => {
  const spans = job('a');
  assert.throws(() => jobTraces([...spans, spans[3]], 1), /has a span twice/);
});

test('a job that falls apart into two workflows is told', () => {
  const spans = [...job('a'), span('a', 'stray', 'http', 'invoke_workflow')];
  assert.throws(() => jobTraces(spans, 1), /2 outermost workflows instead of one/);
});

test('a model call outside its workflow is told', () => {
  const spans = [...job('a'), span('a', 'stray', 'http', 'chat')];
  assert.throws(() => jobTraces(spans, 1), /"chat stray" is not below its workflow/);
});

test('a span of another run is told', () => {
  const spans = [...job('a'), span('a', 'stray', 'writer', 'chat', { 'pitwall.run.id': 'other' })];
  assert.throws(() => jobTraces(spans, 1), /carries run "other"/);
});

test('a tool call below no agent is told', () => {
  const spans = [...job('a'), span('a', 'stray', 'flow', 'execute_tool')];
  assert.throws(() => jobTraces(spans, 1), /tool span "execute_tool stray" is below no agent/);
});

test('an agent that never acted and a chat without usage are told', () => {
  const idle = job('a').filter((each) => !each.spanId.startsWith('critic'));
  assert.throws(() => checkOperations(jobTraces(idle, 1)), /no invoke_agent span of critic/);
  const silent = [...job('a'), span('a', 'mute', 'writer', 'chat')];
  assert.throws(() => checkOperations(jobTraces(silent, 1)), /1 chat span without token usage/);
});
