import assert from 'node:assert/strict';
import http from 'node:http';
import path from 'node:path';
import { describe, it } from 'node:test';
import { QueryWatch, dashboardQueries, filled, key } from '../checks/queries.mjs';
import { ROOT } from '../paths.mjs';

const queries = dashboardQueries(path.join(ROOT, 'dashboards/grafana'));

/** A Prometheus that has data for some queries and an error for others. */
async function prometheus(answers) {
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => response.end(JSON.stringify(answers(new URLSearchParams(body).get('query')))));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

describe('the queries of the dashboards', () => {
  it('are those of panels in open and closed rows, of variables and of annotations', () => {
    const of = (title) => queries.filter((query) => query.dashboard === 'pitwall-agents' && query.title === title);
    assert.equal(of('Agents').length, 6);
    assert.ok(of('Models').length > 0, 'a closed row');
    assert.ok(of('Tokens a minute of $agent').length > 0, 'a repeated row');
    assert.deepEqual(of('annotation').map(({ name }) => name), ['Findings', 'Alerts', 'Deployments']);
    assert.equal(of('variable').find(({ name }) => name === 'cluster').promql, 'pitwall_extension_loaded{cluster!=""}');
    assert.match(of('variable').find(({ name }) => name === 'agent').promql, /, gen_ai_agent_name!=""}$/);
  });

  it('have nothing of Grafana’s left when they are filled in', () => {
    for (const { promql } of queries) assert.doesNotMatch(filled(promql, { rangeSeconds: 60, exportSeconds: 2 }), /\$/);
  });

  it('are asked until they have data, and an error is not forgotten', async () => {
    const [first, second, third] = queries.filter(({ title }) => title === 'Agents');
    let found = [];
    const server = await prometheus((promql) =>
      promql === filled(third.promql, { rangeSeconds: 60, exportSeconds: 2 })
        ? { status: 'error', error: 'made to fail' }
        : { status: 'success', data: { result: found } },
    );
    const watch = new QueryWatch(server.url, [first, second, third], 2);
    await watch.ask();
    assert.deepEqual(watch.empty, [first, second, third]);
    found = [{}];
    await watch.ask();
    assert.deepEqual(watch.empty, [third]);
    assert.deepEqual([...watch.errors], [[key(third), 'made to fail']]);
    server.close();
  });
});
