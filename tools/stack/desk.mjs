import fs from 'node:fs';
import { findings } from '../checks/findings.mjs';
import { getJson, postJson } from '../http.mjs';
import { LOOPBACK } from '../ports.mjs';
import { until } from '../wait.mjs';
import * as stack from './faults.mjs';
import { readTelemetry } from './otlp.mjs';

const RUN_SECONDS = 30;

/** The running desk, its operator and what is known of its runs. */
export class Desk {
  #address;
  #runs = new Map();

  constructor(ports) {
    this.#address = `http://${LOOPBACK}:${ports.desk}`;
  }

  /** Runs a job and says which run it is. */
  async begin(fault, dueSeconds) {
    const { id } = await postJson(`${this.#address}/jobs`, { topic: 'tidal power', fault, ...(dueSeconds ? { due_s: dueSeconds } : {}) });
    const run = await until(`run of ${id}`, async () => this.#started().find((each) => !this.#runs.has(each)), { timeoutSeconds: RUN_SECONDS, everyMillis: 100 });
    this.#runs.set(run, fault);
    return { id, run };
  }

  async isOver({ id }) {
    return (await getJson(`${this.#address}/jobs/${id}`)).state !== 'running';
  }

  /** The findings of a run so far. */
  found({ run }) {
    return findings(readTelemetry(stack.TELEMETRY).events).filter((finding) => finding.run === run);
  }

  #started() {
    const { events } = readTelemetry(stack.TELEMETRY);
    return events.filter(({ name }) => name === 'pitwall.run.started').map(({ attributes }) => attributes['pitwall.run.id']);
  }
}

/** What the operator's files say. */
export const operator = {
  permits: () => fs.writeFileSync(stack.CONTROL.permissions, 'workflow=publishing-desk user=chief reviewed=true\n'),
  permitsNothing: () => fs.writeFileSync(stack.CONTROL.permissions, ''),
  stops: () => fs.writeFileSync(stack.CONTROL.stop, 'tested by chief\nstop publishing-desk by chief because drill\n'),
  stopsNothing: () => fs.writeFileSync(stack.CONTROL.stop, 'tested by chief\n'),
};
