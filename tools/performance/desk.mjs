import fs from 'node:fs';
import http from 'node:http';
import { JARS } from '../build.mjs';
import { statusOf } from '../http.mjs';
import { LOOPBACK, allocatePorts } from '../ports.mjs';
import { until } from '../wait.mjs';

const CLOCK_TICKS = 100;
const COMPILER = /^C[12] CompilerThre/;
const START_SECONDS = 120;

export const url = (port, path = '') => `http://${LOOPBACK}:${port}${path}`;

/** What the service needs around it: a model, and a server that takes telemetry. */
export async function surroundings(processes, modelMillis) {
  const { ports } = await allocatePorts({ model: 18189, desk: 18190 });
  const model = ['java', '-jar', JARS.modelEndpoint, '--port', String(ports.model), '--seed', '7', '--latency-ms', String(modelMillis)];
  await processes.startAndAwait({ name: 'model-endpoint', command: model }, async () => (await statusOf(url(ports.model, '/healthz'))) === 200);
  const sink = await telemetrySink();
  return { ports, sink };
}

/** Takes telemetry and forgets it: what services spend on exporting counts, what backends do does not. */
async function telemetrySink() {
  const server = http.createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise((resolve) => server.listen(0, LOOPBACK, resolve));
  return { port: server.address().port, close: () => server.close() };
}

/** Starts the service and waits until it says that it listens. */
export async function startDesk(processes, name, flags, ports, sink) {
  const began = performance.now();
  const child = processes.start({
    name,
    command: ['java', '-Xmx512m', ...flags, '-jar', JARS.publishingDesk, '--port', String(ports.desk)],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(OTEL|PITWALL|OPENAI|DESK|JAVA_TOOL|JDK_JAVA)_/.test(key))),
      OTEL_SERVICE_NAME: 'publishing-desk',
      OTEL_EXPORTER_OTLP_ENDPOINT: url(sink),
      OPENAI_BASE_URL: url(ports.model, '/v1'),
      OPENAI_API_KEY: 'offline',
      OPENAI_MODEL: 'pitwall-offline',
      DESK_SCRIPTED: 'true',
      // A queue would show in the latency of jobs.
      DESK_JOBS: '32',
      DESK_APPROVAL_WAIT_MS: '0',
    },
  });
  const gone = new AbortController();
  child.ended.then(() => gone.abort());
  const ready = async () => fs.readFileSync(child.log, 'utf8').includes('publishing desk: http');
  await until(`${name} ready`, ready, { timeoutSeconds: START_SECONDS, everyMillis: 5 }, gone.signal);
  const startup = (performance.now() - began) / 1000;
  return { startup, pid: javaOf(child.process.pid) };
}

/** What wraps a started command has become that command by now. */
function javaOf(pid) {
  const name = fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  if (name === 'java') return pid;
  throw new Error(`process ${pid} is ${name}, not java`);
}

export function cpuSeconds(pid) {
  const seconds = (stat) => {
    const fields = fs.readFileSync(stat, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
  };
  const compilers = fs
    .readdirSync(`/proc/${pid}/task`)
    .map((thread) => `/proc/${pid}/task/${thread}`)
    .filter((thread) => COMPILER.test(fs.readFileSync(`${thread}/comm`, 'utf8')));
  return { all: seconds(`/proc/${pid}/stat`), compilers: compilers.reduce((sum, thread) => sum + seconds(`${thread}/stat`), 0) };
}
