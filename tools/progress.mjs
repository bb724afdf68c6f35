/**
 * One line per finished step; while steps are under way a live line on a terminal, and elsewhere a
 * sign of life every fifteen seconds.
 */
export class Progress {
  #out;
  #live;
  #running = new Map();
  #timer;
  #lastSign = performance.now();

  constructor(out = process.stdout) {
    this.#out = out;
    this.#live = Boolean(out.isTTY);
  }

  /** Prints lines above the live line. */
  say(text = '') {
    this.#clear();
    this.#out.write(`${text}\n`);
    this.#draw();
  }

  /**
   * Runs the work under a title and prints how long it took.
   *
   * @param {string} title
   * @param {(note: (text: string) => void) => Promise<T>} work note() shows where it is now
   * @returns {Promise<T>}
   * @template T
   */
  async step(title, work) {
    const state = { note: '', began: performance.now() };
    this.#running.set(title, state);
    this.#tick();
    try {
      const result = await work((text) => (state.note = text));
      this.#finish(title, '✓', state);
      return result;
    } catch (error) {
      this.#finish(title, '✗', state);
      throw error;
    }
  }

  /** Forgets steps that will not finish. */
  stop() {
    this.#running.clear();
    this.#clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #finish(title, mark, { note, began }) {
    if (!this.#running.delete(title)) return;
    this.say(`  ${mark} ${title}${note ? ` – ${note}` : ''} (${seconds(began)} s)`);
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #tick() {
    this.#timer ??= setInterval(() => (this.#live ? this.#draw() : this.#sign()), this.#live ? 500 : 1000);
    this.#timer.unref();
    this.#draw();
  }

  #summary() {
    return [...this.#running].map(([title, s]) => `${s.note || title} ${Math.round(Number(seconds(s.began)))} s`).join(' · ');
  }

  #draw() {
    if (!this.#live || this.#running.size === 0) return;
    const width = (this.#out.columns ?? 80) - 5;
    this.#out.write(`\r\x1b[2K  … ${this.#summary().slice(0, width)}`);
  }

  #clear() {
    this.#lastSign = performance.now();
    if (this.#live) this.#out.write('\r\x1b[2K');
  }

  #sign() {
    if (performance.now() - this.#lastSign < 15_000 || this.#running.size === 0) return;
    this.say(`  … ${this.#summary()}`);
  }
}

/** Seconds since the moment, with one decimal. */
export const seconds = (began) => ((performance.now() - began) / 1000).toFixed(1);
