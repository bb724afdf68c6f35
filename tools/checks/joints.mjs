import path from 'node:path';
import { LOGS, relative } from '../paths.mjs';

/** Runs the checks of joints, prints a line for each and remembers which failed. */
export class Joints {
  #say;
  #failed = [];
  #passed = 0;

  /** @param {(text: string) => void} say */
  constructor(say) {
    this.#say = say;
  }

  /**
   * Checks one joint. A failure is told and does not keep later joints from being checked.
   *
   * @param {string} title
   * @param {string[]} programs whose logs explain a failure
   * @param {() => Promise<string>} check returns what was seen
   * @returns {Promise<boolean>}
   */
  async check(title, programs, check) {
    try {
      const seen = await check();
      this.#passed += 1;
      this.#say(`  ✓ ${title}: ${seen}`);
      return true;
    } catch (error) {
      this.fail(title, programs, error.message);
      return false;
    }
  }

  /** Records a joint that could not be checked or did not hold. */
  fail(title, programs, reason) {
    const logs = programs.map((name) => relative(path.join(LOGS, `${name}.log`)));
    this.#failed.push({ title, reason, logs });
    this.#say(`  ✗ ${title}: ${reason}`);
    if (logs.length > 0) this.#say(`    log: ${logs.join(', ')}`);
  }

  get allHold() {
    return this.#failed.length === 0;
  }

  /** The closing lines. */
  summary() {
    const lines = this.#failed.map(({ title, reason, logs }) => `failed joint: ${title}: ${reason}${logs.length > 0 ? ` (log: ${logs.join(', ')})` : ''}`);
    return [...lines, `${this.#passed} joints hold, ${this.#failed.length} failed`];
  }
}
