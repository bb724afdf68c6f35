import http from 'node:http';
import { LOOPBACK } from '../ports.mjs';

/** Takes what Alertmanager sends and remembers when each alert was told for the first time, and how often. */
export class Receiver {
  #server;
  #told = [];

  /** @returns {Promise<Receiver>} listening on a free port of loopback */
  static async start() {
    const receiver = new Receiver();
    receiver.#server = http.createServer((request, response) => receiver.#take(request, response));
    await new Promise((resolve) => receiver.#server.listen(0, LOOPBACK, resolve));
    return receiver;
  }

  get url() {
    return `http://${LOOPBACK}:${this.#server.address().port}`;
  }

  /**
   * Notifications that told of something firing, oldest first.
   *
   * @returns {{at: number, alerts: {status: string, labels: object, annotations: object}[]}[]} at: milliseconds since 1970
   */
  get notifications() {
    return this.#told;
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request, response) {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.#remember(JSON.parse(body));
    response.end();
  }

  #remember({ alerts }) {
    const firing = alerts.filter(({ status }) => status === 'firing');
    if (firing.length > 0) this.#told.push({ at: Date.now(), alerts: firing });
  }
}
