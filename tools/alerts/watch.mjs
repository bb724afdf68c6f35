import { getJson } from '../http.mjs';

const EVERY_MILLIS = 500;
const WATCHDOG = 'PitwallWatchdog';
export const isWatchdog = (alert) => alert.labels.alertname === WATCHDOG;

/** Looks at Prometheus's alerts again and again and remembers when each was first seen firing. */
export class Watch {
  #address;
  #timer;
  #firing = new Map();

  constructor(address) {
    this.#address = address;
    this.#timer = setInterval(() => this.#look().catch(() => {}), EVERY_MILLIS);
  }

  /** @returns {{at: number, labels: object, annotations: object}[]} in the order in which they began to fire */
  get fired() {
    return [...this.#firing.values()];
  }

  stop() {
    clearInterval(this.#timer);
  }

  async #look() {
    const { data } = await getJson(`${this.#address}/api/v1/alerts`);
    for (const { labels, annotations, state } of data.alerts) {
      const key = JSON.stringify(labels);
      if (state === 'firing' && !this.#firing.has(key)) this.#firing.set(key, { at: Date.now(), labels, annotations });
    }
  }
}
