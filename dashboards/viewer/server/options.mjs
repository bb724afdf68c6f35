import fs from 'node:fs';
import { parseArgs } from 'node:util';

/** Something that the caller must put right; the message says what is allowed. */
export class UsageError extends Error {}

const USAGE =
  'usage: node serve.mjs --port P --prometheus URL --dashboards FOLDER [--zipkin URL]\n' +
  '  --port        port on 127.0.0.1; 0 picks a free one\n' +
  '  --prometheus  address of Prometheus, e.g. http://127.0.0.1:9090\n' +
  '  --dashboards  folder with the dashboards (*.json)\n' +
  '  --zipkin      address of Zipkin, where links to traces lead';

/** Reads and checks the command line. */
export function options(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string' },
        prometheus: { type: 'string' },
        zipkin: { type: 'string' },
        dashboards: { type: 'string' },
      },
    }));
  } catch (problem) {
    throw new UsageError(`${problem.message}\n${USAGE}`);
  }
  for (const name of ['port', 'prometheus', 'dashboards']) {
    if (values[name] === undefined) {
      throw new UsageError(`--${name} is missing\n${USAGE}`);
    }
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UsageError(`--port must be a number from 0 to 65535, not "${values.port}"`);
  }
  if (!fs.existsSync(values.dashboards)) {
    throw new UsageError(`--dashboards: there is no folder "${values.dashboards}"`);
  }
  return {
    port,
    prometheus: address('prometheus', values.prometheus),
    zipkin: values.zipkin === undefined ? undefined : address('zipkin', values.zipkin),
    dashboards: values.dashboards,
  };
}

function address(name, text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(`--${name} must be an http(s) address, not "${text}"`);
  }
  return url;
}
