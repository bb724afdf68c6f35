import { dashboard, dashboards } from './dashboards.mjs';
import { exploreTarget } from './explore.mjs';
import { file } from './files.mjs';
import { importGuide } from './import-guide.mjs';
import { passOn } from './prometheus.mjs';

// Scripts and styles come from this server alone. Grafana's libraries style through the object
// model; all they need is a style element with nothing in it, which this hash stands for.
const NOTHING = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${NOTHING}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Answers an error in words. */
export function refuse(response, status, why) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}

// A page elsewhere that resolves its name to 127.0.0.1 must not read what this server passes on.
const isLoopback = (host = '') => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** The preview as a request handler of node's. */
export function previewServer({ prometheus, zipkin, dashboards: folder, dist }) {
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) {
      response.setHeader(name, value);
    }
    if (!isLoopback(request.headers.host)) {
      return refuse(response, 403, 'This server answers only to its loopback address.');
    }
    const address = `http://127.0.0.1${request.url}`;
    if (!request.url.startsWith('/') || !URL.canParse(address)) {
      return refuse(response, 400, 'That is not an address on this server.');
    }
    const url = new URL(address);
    if (url.pathname.startsWith('/prom/')) {
      return passOn(request, response, url, prometheus);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD: this server is read-only.');
    }
    try {
      return answer(url, response, { zipkin, folder, dist });
    } catch (problem) {
      return refuse(response, 500, problem.message);
    }
  };
}

function answer(url, response, { zipkin, folder, dist }) {
  const { pathname } = url;
  if (pathname === '/healthz') {
    return text(response, 'text/plain; charset=utf-8', 'ok\n');
  }
  if (pathname === '/api/dashboards') {
    return json(response, dashboards(folder));
  }
  if (pathname.startsWith('/api/dashboards/')) {
    const found = dashboard(folder, pathname.slice('/api/dashboards/'.length));
    return found ? json(response, found) : refuse(response, 404, 'There is no such dashboard.');
  }
  if (pathname === '/explore') {
    const target = exploreTarget(url, zipkin);
    return target.location
      ? redirect(response, target.location)
      : refuse(response, 404, target.why);
  }
  if (pathname.startsWith('/zipkin')) {
    return zipkin
      ? redirect(response, new URL(pathname + url.search, zipkin))
      : refuse(response, 404, 'No trace store: start the preview with --zipkin URL.');
  }
  if (pathname === '/how-to-import') {
    return text(response, 'text/plain; charset=utf-8', importGuide());
  }
  if (pathname === '/' || /^\/d\/[^/]+(\/[^/]*)?$/.test(pathname)) {
    return file(response, dist, '/index.html');
  }
  return file(response, dist, pathname);
}

function text(response, type, body) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

const json = (response, value) =>
  text(response, 'application/json; charset=utf-8', JSON.stringify(value));

function redirect(response, location) {
  response.writeHead(302, { location: String(location) });
  response.end();
}
