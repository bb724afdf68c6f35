import fs from 'node:fs';
import { getJson, getText, postJson, statusOf } from '../http.mjs';
import { LOOPBACK } from '../ports.mjs';
import { TELEMETRY, programs } from './programs.mjs';

const START_SECONDS = 90;

/** The running chain: where each program answers and what can be asked of it. */
export class Stack {
  constructor(ports) {
    this.ports = ports;
  }

  /** Starts every program and returns when all are ready. */
  static async start(ports, parts, offline, processes, note) {
    fs.mkdirSync(TELEMETRY, { recursive: true });
    const all = programs(ports, parts, offline);
    const pending = new Set(all.map((program) => program.name));
    const show = () => note(pending.size > 0 ? `waiting for ${[...pending].join(', ')}` : `${all.length} programs`);
    show();
    await Promise.all(
      all.map(async (program) => {
        const ready = async () => (await statusOf(program.health)) === 200;
        await processes.startAndAwait(program, ready, START_SECONDS);
        pending.delete(program.name);
        show();
      }),
    );
    return new Stack(ports);
  }

  url(name, path = '') {
    return `http://${LOOPBACK}:${this.ports[name]}${path}`;
  }

  /** Hands a job to the publishing desk. */
  async submit(topic, fault = 'none') {
    const { id } = await postJson(this.url('desk', '/jobs'), { topic, fault });
    return id;
  }

  job(id) {
    return getJson(this.url('desk', `/jobs/${id}`));
  }

  /** The instant vector of a PromQL query. */
  async query(promql) {
    const answer = await getJson(this.url('prometheus', `/api/v1/query?query=${encodeURIComponent(promql)}`));
    return answer.data.result;
  }

  /** Alerts that Prometheus holds, pending ones included. */
  async prometheusAlerts() {
    return (await getJson(this.url('prometheus', '/api/v1/alerts'))).data.alerts;
  }

  alertmanagerAlerts() {
    return getJson(this.url('alertmanager', '/api/v2/alerts'));
  }

  /** What the inbox has received, as it lists it. */
  inboxAlerts() {
    return getJson(this.url('inbox', '/api/alerts'));
  }

  zipkinTrace(traceId) {
    return getJson(this.url('zipkin', `/zipkin/api/v2/trace/${traceId}`));
  }

  page(url) {
    return getText(url);
  }
}
