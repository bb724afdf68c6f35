import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folders that hold results, not inputs. */
const RESULTS = new Set(['target', 'node_modules', 'dist', '.git', '.pitwall']);

/**
 * A hash over the names and contents of files and folders.
 *
 * @param {string} root folder that the names are relative to
 * @param {string[]} inputs files or folders under it; one that does not exist counts as absent
 */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(path.join(root, input))).sort()) {
    hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter((entry) => !RESULTS.has(entry.name) && (entry.isFile() || entry.isDirectory()))
    .flatMap((entry) => filesUnder(path.join(place, entry.name)));
}

/** Remembers with which inputs something was last built. */
export class Stamp {
  #file;
  #now;
  #outputs;

  /** @param {{file: string, root: string, inputs: string[], outputs: string[]}} build outputs: absolute paths */
  constructor({ file, root, inputs, outputs }) {
    this.#file = file;
    this.#outputs = outputs;
    this.#now = () => fingerprint(root, inputs);
  }

  /** Whether all outputs exist and were built from the inputs as they are now. */
  isCurrent() {
    return (
      this.#outputs.every((output) => fs.existsSync(output)) &&
      fs.existsSync(this.#file) &&
      fs.readFileSync(this.#file, 'utf8') === this.#now()
    );
  }

  /** Runs the build unless it is current. Inputs that change meanwhile make the next one run again. */
  async build(work) {
    if (this.isCurrent()) return false;
    const inputs = this.#now();
    await work();
    const missing = this.#outputs.filter((output) => !fs.existsSync(output));
    if (missing.length > 0) throw new Error(`the build ended well but did not make ${missing.join(', ')}`);
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(this.#file, inputs);
    return true;
  }
}
