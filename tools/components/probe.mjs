import { spawnSync } from 'node:child_process';

/**
 * The version that a program reports, or undefined if it cannot be run.
 *
 * @param {string} program name on PATH or a path
 * @returns {{program: string, version: string} | undefined}
 */
export function probe(program) {
  const { status, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const version = /version (\d+\.\d+\.\d+)/.exec(`${stdout}${stderr}`);
  // A build from Go modules carries no version; it is ours and pinned.
  const unversioned = /version +\(branch/.test(`${stdout}${stderr}`);
  if (status !== 0 || !(version || unversioned)) return undefined;
  return { program, version: version?.[1] ?? 'built from source' };
}

/** Whether a version is the wanted one or newer; one built from our own pinned module always is. */
export function isRecent(version, wanted) {
  if (!/^\d/.test(version)) return true;
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  for (let i = 0; i < want.length; i += 1) {
    if ((have[i] ?? 0) !== want[i]) return (have[i] ?? 0) > want[i];
  }
  return true;
}

/** The first of the programs that runs and is recent enough. */
export function firstRecent(programs, wanted) {
  return programs.map(probe).find((found) => found && isRecent(found.version, wanted));
}
