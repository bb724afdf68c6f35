import { LOOPBACK } from '../ports.mjs';
import * as faults from './faults.mjs';
import { preview, prometheus } from './programs.mjs';

/** The desk with all its faults, and behind the Collector a Prometheus and the preview. */
export const PREFERRED_PORTS = {
  ...faults.PREFERRED_PORTS,
  prometheus: 15090,
  preview: 15000,
  // Named in the alert pack and not started: whom alerts would reach is another test.
  alertmanager: 15093,
  inbox: 15088,
  zipkin: 15411,
};

/** How often the desk exports, as stack/faults.mjs sets it. */
export const EXPORT_SECONDS = 2;

export const address = (ports, name) => `http://${LOOPBACK}:${ports[name]}`;

/** The programs in the order of their start: what each needs comes before it. */
export const programs = (ports, { collector, prometheus: server }, environment) => [
  [faults.collector(collector, ports), faults.modelEndpoint(ports), { ...prometheus(ports, { prometheus: server }), ...environment }],
  [{ ...preview({ ...ports, zipkin: undefined }), ...environment }, desk(ports)],
];

function desk(ports) {
  const program = faults.publishingDesk(ports, faults.onlyDesk(ports));
  return { ...program, env: { ...program.env, PITWALL_LIVE_RUNS_MAX: '20' } };
}
