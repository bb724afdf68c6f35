import fs from 'node:fs';
import { getJson, postJson, statusOf } from '../http.mjs';
import { LOOPBACK } from '../ports.mjs';
import * as stack from '../stack/alerts.mjs';
import { until } from '../wait.mjs';

const START_SECONDS = 120;
const OVER_SECONDS = 300;
/** The operator's files are read every second. */
const OPERATOR_SECONDS = 2.5;

/** One service under watch: the publishing desk with the real agent, and its operator. */
export class Desk {
  #address;
  #control;
  #program;
  #processes;

  constructor(processes, ports, name, profile) {
    this.name = name;
    this.#processes = processes;
    this.#address = `http://${LOOPBACK}:${ports[name]}`;
    const { control, program } = stack.desk(ports, name, profile);
    this.#control = control;
    this.#program = program;
  }

  async start() {
    this.permits();
    this.stopsNothing();
    await this.#processes.startAndAwait(this.#program, async () => (await statusOf(this.#program.health)) === 200, START_SECONDS);
  }

  /** Ends the service in an orderly way and starts it anew. */
  async restart() {
    await this.#processes.stop(this.name);
    await this.start();
  }

  async begin(fault, dueSeconds) {
    const { id } = await postJson(`${this.#address}/jobs`, { topic: 'tidal power', fault, ...(dueSeconds ? { due_s: dueSeconds } : {}) });
    return id;
  }

  async over(ids) {
    for (const id of ids) await until(`${this.name}: ${id} over`, () => this.#isOver(id), { timeoutSeconds: OVER_SECONDS, everyMillis: 500 });
  }

  async #isOver(id) {
    return (await getJson(`${this.#address}/jobs/${id}`)).state !== 'running';
  }

  permits() {
    fs.writeFileSync(this.#control.permissions, 'workflow=publishing-desk user=chief reviewed=true\n');
  }

  permitsNothing() {
    fs.writeFileSync(this.#control.permissions, '');
  }

  stops() {
    fs.writeFileSync(this.#control.stop, 'tested by chief\nstop publishing-desk by chief because drill\n');
  }

  stopsNothing() {
    fs.writeFileSync(this.#control.stop, 'tested by chief\n');
  }

  /** Without a word: nothing that the JVM had not exported yet is exported. */
  async killed() {
    await this.#processes.kill(this.name);
  }
}

/** How long until the operator's word has been heard. */
export const HEARD_MILLIS = OPERATOR_SECONDS * 1000;
