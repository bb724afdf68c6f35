import fs from 'node:fs';
import path from 'node:path';
import { ROOT, TOOLS } from '../paths.mjs';

/** Programs that can be built from pinned Go modules: where the pins are and what they need. */
const MODULES = {
  prometheus: {
    folder: path.join(ROOT, 'tools/go/prometheus'),
    source: 'github.com/prometheus/prometheus/cmd',
    programs: ['prometheus', 'promtool'],
    // Cloud service discovery would pull in half the Go world; files and static targets remain.
    flags: ['-tags=remove_all_sd'],
  },
  alertmanager: {
    folder: path.join(ROOT, 'tools/go/alertmanager'),
    source: 'github.com/prometheus/alertmanager/cmd',
    programs: ['alertmanager', 'amtool'],
    flags: [],
  },
};

/**
 * Builds a module's programs into the folder unless they are there.
 *
 * @param {'prometheus' | 'alertmanager'} name
 * @param {string} into
 * @param {(program: {name: string, command: string[], cwd: string, env: Record<string, string>}) => Promise<void>} run
 * @returns {Promise<Record<string, string>>} program name → path
 */
export async function buildFromModules(name, into, run) {
  const { folder, source, programs, flags } = MODULES[name];
  const paths = Object.fromEntries(programs.map((program) => [program, path.join(into, program)]));
  if (Object.values(paths).every((file) => fs.existsSync(file))) return paths;
  fs.mkdirSync(into, { recursive: true });
  const packages = programs.map((program) => `${source}/${program}`);
  await run({
    name: `go-${name}`,
    command: ['go', 'build', '-mod=readonly', '-trimpath', ...flags, '-o', `${into}/`, ...packages],
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-buildvcs=false' },
  });
  return paths;
}

/** Builds the program that writes a past for Prometheus, with Prometheus's own modules. Returns its path. */
export async function buildHistory(run, note) {
  const program = path.join(TOOLS, 'go', 'history');
  const { folder, flags } = MODULES.prometheus;
  note('building the writer of a past');
  await run({
    name: 'go-history',
    command: ['go', 'build', '-mod=readonly', '-trimpath', ...flags, '-o', program, './history'],
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-buildvcs=false' },
  });
  return program;
}

/** The version of Prometheus that the pinned module is: v0.316.0 is 3.16.0. */
export function pinnedPrometheus() {
  const pins = fs.readFileSync(path.join(MODULES.prometheus.folder, 'go.mod'), 'utf8');
  const [, major, minor, patch] = /prometheus\/prometheus v0\.(\d)(\d\d)\.(\d+)/.exec(pins);
  return [major, minor, patch].map(Number).join('.');
}
