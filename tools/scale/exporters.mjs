import http from 'node:http';
import { LOOPBACK } from '../ports.mjs';

/**
 * What Collectors show of a fleet: each a share of the series, at values that grow from the same moment as their history.
 *
 * @param {{name: string, labels: Record<string, string>, base: number, rate: number}[]} all
 * @param {number} collectors
 * @param {number} origin milliseconds since 1970 at which every series had its base
 * @returns {Promise<{targets: string[], stop: () => void}>} host:port of each
 */
export async function startExporters(all, collectors, origin) {
  const size = Math.ceil(all.length / collectors);
  const servers = await Promise.all(Array.from({ length: collectors }, (_, i) => start(all.slice(i * size, (i + 1) * size), origin)));
  return {
    targets: servers.map((server) => `${LOOPBACK}:${server.address().port}`),
    stop: () => servers.forEach((server) => (server.close(), server.closeAllConnections())),
  };
}

async function start(series, origin) {
  const heads = series.map(({ name, labels }) => `${name}{${Object.entries(labels).map(([label, value]) => `${label}="${value}"`).join(',')}} `);
  const server = http.createServer((request, response) => {
    const elapsed = (Date.now() - origin) / 1000;
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(series.map(({ base, rate }, i) => `${heads[i]}${base + rate * elapsed}\n`).join(''));
  });
  await new Promise((resolve) => server.listen(0, LOOPBACK, resolve));
  return server;
}
