import path from 'node:path';
import { Stamp } from '../fingerprint.mjs';
import { ROOT, TOOLS } from '../paths.mjs';

const BINARY = path.join(TOOLS, 'collector', 'pitwall-collector');

/**
 * Our Collector, compiled when its manifest, pins or build script changed.
 *
 * @param {(program: object) => Promise<void>} run
 * @param {(text: string) => void} note
 * @returns {Promise<string>} path of the program
 */
export async function obtainCollector(run, note) {
  const stamp = new Stamp({
    file: path.join(TOOLS, 'collector', 'inputs.sha256'),
    root: ROOT,
    inputs: ['collector-config/builder', 'collector-config/build.sh'],
    outputs: [BINARY],
  });
  const built = await stamp.build(() => {
    note('compiling the Collector (about two minutes, once)');
    return run({ name: 'collector-build', command: ['collector-config/build.sh', BINARY], cwd: ROOT });
  });
  note(built ? 'compiled' : 'unchanged');
  return BINARY;
}
