import fs from 'node:fs';
import path from 'node:path';

/**
 * Keeps a second demo of the same checkout from writing over the first one's files.
 *
 * @returns {() => void} gives the lock back
 */
export function lock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const owner = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (owner && isDemo(owner)) {
    throw new Error(`another ./demo of this checkout is running (process ${owner}); end it first with Ctrl-C there. Nothing was started.`);
  }
  fs.writeFileSync(file, String(process.pid));
  return () => fs.rmSync(file, { force: true });
}

/** A process id may have been given to another program since. */
function isDemo(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('demo.mjs');
  } catch {
    return false;
  }
}
