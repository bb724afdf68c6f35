// Answers any query with series that have the labels of its outermost grouping, so that the tests
// of the page need no recorded text that a changed query would make stale.
import http from 'node:http';

/** The trace of every exemplar. */
export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const GROUPING = /\b(?:sum|max|min|count) by \(([^)]*)\)/;
const VALUES = {
  gen_ai_workflow_name: ['publishing-desk', 'research'],
  gen_ai_agent_name: ['writer', 'critic'],
  pitwall_run_id: ['run-1', 'run-2'],
  pitwall_finding_severity: ['warning', 'critical'],
  pitwall_finding_type: ['loop', 'loop'],
  pitwall_finding_cause: ['tool:search', 'tool:search'],
  severity: ['warning', 'critical'],
  alertname: ['PitwallAgentLoop', 'PitwallAgentLoop'],
  job: ['newsroom/desk'],
  cluster: ['blue', 'green'],
};

function series(query) {
  const labels = (GROUPING.exec(query)?.[1] ?? '').split(', ').filter((one) => one && one !== 'le');
  const count = labels.length ? 2 : 1;
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(labels.map((label) => [label, VALUES[label]?.[i] ?? `${label}-${i}`])),
  ).map((metric) =>
    query.startsWith('label_replace') ? { ...metric, runbook: 'pitwallagentloop' } : metric,
  );
}

function points(start, end, step) {
  const all = [];
  for (let time = start; time <= end; time += step) {
    all.push([time, String(0.5 + 0.3 * Math.sin(time / 30))]);
  }
  return all;
}

function answer(url) {
  const params = url.searchParams;
  const label = /\/label\/(\w+)\/values$/.exec(url.pathname)?.[1];
  if (label) {
    return VALUES[label] ?? [];
  }
  if (url.pathname.endsWith('/query_exemplars')) {
    const timestamp = (Number(params.get('start')) + Number(params.get('end'))) / 2;
    return [
      { seriesLabels: {}, exemplars: [{ labels: { trace_id: TRACE }, value: '0.5', timestamp }] },
    ];
  }
  const found = series(params.get('query'));
  if (url.pathname.endsWith('/query_range')) {
    const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
    const values = points(start, end, step);
    return { resultType: 'matrix', result: found.map((metric) => ({ metric, values })) };
  }
  const value = [Number(params.get('time')), '1'];
  return { resultType: 'vector', result: found.map((metric) => ({ metric, value })) };
}

/** A server that remembers what it was asked, and fails the queries that contain a given text. */
export function fakePrometheus() {
  const asked = [];
  const state = { asked, failing: undefined, empty: false };
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const query = url.searchParams.get('query') ?? '';
    asked.push({ path: url.pathname, query, params: url.searchParams });
    if (state.failing && query.includes(state.failing)) {
      response.writeHead(400);
      response.end('{"status":"error","error":"made to fail"}');
      return;
    }
    const data = state.empty && query ? emptied(answer(url)) : answer(url);
    response.end(JSON.stringify({ status: 'success', data }));
  });
  return { server, state };
}

const emptied = (data) => ({ ...data, result: [] });
