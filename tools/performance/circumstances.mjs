import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { ROOT } from '../paths.mjs';

const load = () => os.loadavg()[0];

/** Notes the commit and the load; what is returned says afterwards by which command, when and on what it was measured. */
export function circumstances(command, timed = true) {
  const before = { command, timed, ...machine(), before: load() };
  return () => describe({ ...before, after: load() });
}

function machine() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr;
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!docs') !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : ''),
    cpu: os.cpus()[0].model,
    cores: os.cpus().length,
    memory: Math.round(os.totalmem() / 2 ** 30),
    kernel: os.release(),
    java: /version "([^"]+)"/.exec(java) ? `Java ${/version "([^"]+)"/.exec(java)[1]}` : 'Java',
  };
}

/** A machine that had half of its cores taken before anything of ours began was busy. */
export function describe({ command, timed = true, date, commit, cpu, cores, memory, kernel, java, before, after }) {
  const busy = timed && before > cores / 2 ? ' **The machine was busy with other work: times are upper bounds.**' : '';
  return (
    `\`${command}\`, ${date} at ${commit}: ${cores} cores of ${cpu}, ${memory} GB, Linux ${kernel}, ${java}; ` +
    `load average ${before.toFixed(1)} before, ${after.toFixed(1)} after.${busy}`
  );
}
