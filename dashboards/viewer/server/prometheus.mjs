import http from 'node:http';
import https from 'node:https';
import { refuse } from './preview.mjs';

// What a panel, a variable or an annotation may ask, and nothing that administers or writes.
const QUERY = /^\/prom(\/api\/v1\/(?:query|query_range|query_exemplars|series|labels))$/;
const READ = /^\/prom(\/api\/v1\/(?:label\/[a-zA-Z_][a-zA-Z0-9_]*\/values|rules|alerts))$/;
const MOST_BYTES = 64 * 1024;
const TIMEOUT_MS = 30_000;

/** Passes a query on to Prometheus, if it is one of those that only read. */
export function passOn(request, response, url, prometheus) {
  const query = QUERY.exec(url.pathname);
  const path = (query ?? READ.exec(url.pathname))?.[1];
  if (!path) {
    return refuse(response, 403, 'Of Prometheus, only queries, series, labels, rules and alerts.');
  }
  const allowed = query ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
  if (!allowed.includes(request.method)) {
    response.setHeader('allow', allowed.join(', '));
    return refuse(response, 405, `Only ${allowed.join(', ')} here.`);
  }
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
    return refuse(response, 413, `A query is at most ${MOST_BYTES} bytes.`);
  }
  const base = prometheus.pathname.replace(/\/$/, '');
  const target = new URL(base + path + url.search, prometheus);
  const headers = { accept: 'application/json' };
  if (request.method === 'POST') {
    headers['content-type'] = 'application/x-www-form-urlencoded';
  }
  const { request: send } = target.protocol === 'https:' ? https : http;
  const upstream = send(
    target,
    { method: request.method, headers, timeout: TIMEOUT_MS },
    (answer) => {
      response.writeHead(answer.statusCode, {
        'content-type': answer.headers['content-type'] ?? 'application/json',
        'cache-control': 'no-store',
      });
      answer.pipe(response);
    },
  );
  upstream.on('timeout', () => upstream.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)));
  upstream.on('error', (problem) => {
    if (response.headersSent) {
      response.destroy();
    } else {
      refuse(response, 502, `Prometheus at ${prometheus.origin}: ${problem.message}`);
    }
  });
  response.on('close', () => upstream.destroy());
  let bytes = 0;
  request.on('data', (chunk) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      upstream.destroy(new Error(`a query is at most ${MOST_BYTES} bytes`));
    }
  });
  request.pipe(upstream);
}
