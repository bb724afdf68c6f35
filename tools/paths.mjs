import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Downloads and builds that outlive a run. */
export const TOOLS = path.join(ROOT, '.pitwall', 'tools');

/** Configuration, logs and data of the present run. */
export const RUN = path.join(ROOT, '.pitwall', 'run');
export const LOGS = path.join(RUN, 'logs');

/** The path as a person in the repository's root would write it. */
export const relative = (file) => path.relative(ROOT, file) || '.';

/** Empties the run's folder, so that nothing of an earlier run is taken for this one. */
export function freshRunFolder() {
  fs.rmSync(RUN, { recursive: true, force: true });
  fs.mkdirSync(LOGS, { recursive: true });
}
