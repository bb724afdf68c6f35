import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { previewServer } from '../server/preview.mjs';

const listen = (handler) =>
  new Promise((resolve) => {
    const server = http.createServer(handler).listen(0, '127.0.0.1', () => resolve(server));
  });
const address = (server) => `http://127.0.0.1:${server.address().port}`;

/** Like fetch, but sends the path as it is: fetch would tidy up the dots of a traversal. */
function send(server, { method = 'GET', path: target = '/', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const { port } = server.address();
    const request = http.request({ host: '127.0.0.1', port, method, path: target, headers });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    });
    request.end(body);
  });
}

describe('the preview server', () => {
  const asked = [];
  let folder;
  let prometheus;
  let preview;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-'));
    fs.mkdirSync(path.join(folder, 'dist'));
    fs.mkdirSync(path.join(folder, 'boards'));
    fs.writeFileSync(path.join(folder, 'dist/index.html'), '<!doctype html>page');
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    fs.symlinkSync('../secret.txt', path.join(folder, 'dist/link.txt'));
    fs.writeFileSync(
      path.join(folder, 'boards/one.json'),
      JSON.stringify({ uid: 'one', title: 'One', description: 'The first', panels: [] }),
    );
    prometheus = await listen((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        asked.push({ method: request.method, url: request.url, body, headers: request.headers });
        response.end('{"status":"success"}');
      });
    });
    preview = await listen(
      previewServer({
        prometheus: new URL(address(prometheus)),
        zipkin: new URL('http://127.0.0.1:9411'),
        dashboards: path.join(folder, 'boards'),
        dist: path.join(folder, 'dist'),
      }),
    );
  });

  after(() => {
    preview.close();
    prometheus.close();
    fs.rmSync(folder, { recursive: true });
  });

  it('is healthy when it answers', async () => {
    assert.equal((await send(preview, { path: '/healthz' })).status, 200);
  });

  it('lists dashboards and gives one by its uid', async () => {
    const list = await send(preview, { path: '/api/dashboards' });
    assert.deepEqual(JSON.parse(list.text), [
      { uid: 'one', title: 'One', description: 'The first', tags: [] },
    ]);
    const one = await send(preview, { path: '/api/dashboards/one' });
    assert.deepEqual(JSON.parse(one.text).panels, []);
    assert.equal((await send(preview, { path: '/api/dashboards/two' })).status, 404);
    assert.equal((await send(preview, { path: '/api/dashboards/../secret' })).status, 404);
  });

  it("opens the page at Grafana's addresses", async () => {
    for (const target of ['/', '/d/one', '/d/one/slug?var-job=x']) {
      const page = await send(preview, { path: target });
      assert.match(page.text, /page/, target);
    }
  });

  it('allows no inline script nor style, and no other origin, on every answer', async () => {
    for (const target of ['/', '/d/one', '/nothing', '/prom/api/v1/query?query=up', '/healthz']) {
      const { headers } = await send(preview, { path: target });
      const policy = headers['content-security-policy'];
      assert.match(policy, /default-src 'none'/, target);
      assert.match(policy, /script-src 'self';/, target);
      assert.doesNotMatch(policy, /unsafe|\*|http/, target);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('gives no file from outside its folder, by any spelling', async () => {
    for (const target of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/d/../../secret.txt',
      '//secret.txt',
      '/link.txt',
      '/%00.txt',
      '/%zz.txt',
    ]) {
      const { status, text } = await send(preview, { path: target });
      assert.notEqual(text, 'secret', target);
      assert.equal(status, 404, target);
    }
  });

  it('stays up and says what is wrong when a dashboard is broken', async () => {
    const broken = path.join(folder, 'boards/broken.json');
    fs.writeFileSync(broken, '{');
    const answer = await send(preview, { path: '/api/dashboards' });
    fs.rmSync(broken);
    assert.equal(answer.status, 500);
    assert.match(answer.text, /broken\.json is not a dashboard/);
    assert.equal((await send(preview, { path: '/api/dashboards' })).status, 200);
  });

  it('passes on queries, also by POST, without cookies', async () => {
    asked.length = 0;
    const headers = { cookie: 'a=b', authorization: 'Basic x' };
    await send(preview, { path: '/prom/api/v1/query?query=up', headers });
    await send(preview, {
      method: 'POST',
      path: '/prom/api/v1/query_range',
      body: 'query=up&step=1',
    });
    await send(preview, { path: '/prom/api/v1/query_exemplars?query=up' });
    await send(preview, { path: '/prom/api/v1/label/job/values' });
    assert.deepEqual(
      asked.map(({ method, url, body }) => [method, url, body]),
      [
        ['GET', '/api/v1/query?query=up', ''],
        ['POST', '/api/v1/query_range', 'query=up&step=1'],
        ['GET', '/api/v1/query_exemplars?query=up', ''],
        ['GET', '/api/v1/label/job/values', ''],
      ],
    );
    assert.equal(asked[0].headers.cookie, undefined);
    assert.equal(asked[0].headers.authorization, undefined);
  });

  it('passes on nothing else of Prometheus', async () => {
    asked.length = 0;
    const refusals = [
      ['GET', '/prom/api/v1/status/config', 403],
      ['POST', '/prom/api/v1/admin/tsdb/delete_series', 403],
      ['GET', '/prom/api/v1/query/../status/config', 403],
      ['GET', '/prom/api/v1/query%2f..%2fstatus', 403],
      ['GET', '/prom/-/quit', 403],
      ['GET', '/prom/metrics', 403],
      ['POST', '/prom/api/v1/rules', 405],
      ['DELETE', '/prom/api/v1/series?match[]=up', 405],
      ['PUT', '/prom/api/v1/query', 405],
    ];
    for (const [method, target, status] of refusals) {
      assert.equal((await send(preview, { method, path: target })).status, status, target);
    }
    assert.deepEqual(asked, []);
  });

  it('takes no query of unreasonable size', async () => {
    const headers = { 'content-length': 70_000 };
    const body = 'q'.repeat(70_000);
    const answer = await send(preview, {
      method: 'POST',
      path: '/prom/api/v1/query',
      headers,
      body,
    });
    assert.equal(answer.status, 413);
  });

  it('writes nothing: other methods are refused everywhere', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await send(preview, { method, path: '/api/dashboards/one' });
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.allow, 'GET, HEAD');
    }
  });

  it('answers no foreign name, so that a page elsewhere cannot read through it', async () => {
    const answer = await send(preview, { path: '/', headers: { host: 'evil.example' } });
    assert.equal(answer.status, 403);
  });

  it("translates a link into Explore's traces for Zipkin", async () => {
    const pane = {
      t: {
        datasource: 'zipkin',
        queries: [{ queryType: 'traceql', query: '{ span.pitwall.run.id = "01J X&" }' }],
        range: { from: 'now-5m', to: 'now' },
      },
    };
    const panes = encodeURIComponent(JSON.stringify(pane));
    const { status, headers } = await send(preview, { path: `/explore?panes=${panes}` });
    const location = new URL(headers.location);
    assert.equal(status, 302);
    assert.equal(location.origin + location.pathname, 'http://127.0.0.1:9411/zipkin/');
    assert.equal(location.searchParams.get('annotationQuery'), 'pitwall.run.id=01J X&');
    assert.equal(location.searchParams.get('millis'), '300000');
  });

  it('says so when it cannot translate a search', async () => {
    for (const panes of ['', 'x', '{}', '{"t":{"queries":[{"query":"{ duration > 1s }"}]}}']) {
      const target = `/explore?panes=${encodeURIComponent(panes)}`;
      const { status, text } = await send(preview, { path: target });
      assert.equal(status, 404);
      assert.match(text, /only search traces for an attribute/);
    }
  });

  it('says which stores it does not have', async () => {
    const panes = encodeURIComponent('{"t":{"datasource":"","queries":[{"expr":"{}"}]}}');
    const { status, text } = await send(preview, { path: `/explore?panes=${panes}` });
    assert.equal(status, 404);
    assert.match(text, /neither Jaeger nor Loki/);
  });

  it('sends links to Zipkin on, and to no other host', async () => {
    const { headers } = await send(preview, { path: '/zipkin/traces/abc?x=1' });
    assert.equal(headers.location, 'http://127.0.0.1:9411/zipkin/traces/abc?x=1');
  });

  it('names Prometheus and the reason when it does not answer', async () => {
    const gone = await listen(() => {});
    const url = new URL(address(gone));
    await new Promise((resolve) => gone.close(resolve));
    const lonely = await listen(
      previewServer({ prometheus: url, dashboards: folder, dist: folder }),
    );
    const { status, text } = await send(lonely, { path: '/prom/api/v1/query?query=up' });
    lonely.close();
    assert.equal(status, 502);
    assert.match(text, new RegExp(`Prometheus at ${url.origin}.*ECONNREFUSED`));
  });
});
