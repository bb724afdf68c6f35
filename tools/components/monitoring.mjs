import fs from 'node:fs';
import path from 'node:path';
import { TOOLS } from '../paths.mjs';
import { DebianPackages } from './debian.mjs';
import { buildFromModules, pinnedPrometheus } from './go-modules.mjs';
import { firstRecent, probe } from './probe.mjs';

const PROMETHEUS = '2.42.0';
const ALERTMANAGER = '0.25.0';

/**
 * Prometheus, Alertmanager and their checkers: from PATH if recent enough, else Debian's packages
 * unpacked, else built from Go modules.
 *
 * @param {(program: object) => Promise<void>} run
 * @param {(text: string) => void} note
 * @returns {Promise<{prometheus: {program: string, flags: string[]}, promtool: string,
 *     alertmanager: {program: string, cwd?: string}, amtool: string, from: string[]}>}
 */
export async function obtainMonitoring(run, note) {
  const debian = new DebianPackages(path.join(TOOLS, 'debian'), run);
  const unpack = once(async () => {
    if (debian.isUnpacked) return;
    note('Debian packages');
    await debian.obtain();
  });
  const [prometheus, alertmanager] = [
    await choose(() => prometheusOnPath(), () => prometheusOfDebian(debian, unpack), () => prometheusFromModules(run, note)),
    await choose(() => alertmanagerOnPath(), () => alertmanagerOfDebian(debian, unpack), () => alertmanagerFromModules(run, note)),
  ];
  return { ...prometheus, ...alertmanager, from: [prometheus.from, alertmanager.from] };
}

/**
 * Two generations of Prometheus, whatever is on PATH: the oldest that is supported, which is
 * Debian's, and the one that is pinned as Go module.
 *
 * @param {(program: object) => Promise<void>} run
 * @param {(text: string) => void} note
 * @returns {Promise<Record<'old' | 'new', {prometheus: string, promtool: string, version: string}>>}
 */
export async function obtainBothPrometheus(run, note) {
  const debian = new DebianPackages(path.join(TOOLS, 'debian'), run);
  if (!debian.isUnpacked) {
    note('Debian packages');
    await debian.obtain();
  }
  note('building Prometheus from Go modules (minutes, once)');
  const built = await buildFromModules('prometheus', path.join(TOOLS, 'go'), run);
  return {
    old: { prometheus: debian.prometheus, promtool: debian.promtool, version: probe(debian.prometheus).version },
    new: { ...built, version: pinnedPrometheus() },
  };
}

/**
 * Two generations of Alertmanager, whatever is on PATH: the oldest that is supported, which is
 * Debian's, and the one that is pinned as Go module.
 *
 * @param {(program: object) => Promise<void>} run
 * @param {(text: string) => void} note
 * @returns {Promise<Record<'old' | 'new', {alertmanager: string, cwd?: string, amtool: string}>>}
 */
export async function obtainBothAlertmanagers(run, note) {
  const debian = new DebianPackages(path.join(TOOLS, 'debian'), run);
  if (!debian.isUnpacked) {
    note('Debian packages');
    await debian.obtain();
  }
  note('building Alertmanager from Go modules (minutes, once)');
  const built = await buildFromModules('alertmanager', path.join(TOOLS, 'go'), run);
  return {
    old: { alertmanager: debian.alertmanager, cwd: debian.alertmanagerFolder, amtool: debian.amtool },
    new: built,
  };
}

/** The first source that gives something; what went wrong with the others is told if none does. */
async function choose(...sources) {
  const failures = [];
  for (const source of sources) {
    try {
      const found = await source();
      if (found) return found;
    } catch (error) {
      failures.push(error.message);
    }
  }
  throw new Error(`neither on PATH, nor from Debian, nor from Go modules:\n${failures.join('\n')}`);
}

function prometheusOnPath() {
  const server = firstRecent(['prometheus'], PROMETHEUS);
  const tool = firstRecent(['promtool'], PROMETHEUS);
  return server && tool && describe('prometheus', { program: server.program, flags: [] }, tool.program, server.version, 'on PATH');
}

async function prometheusOfDebian(debian, unpack) {
  await unpack();
  const server = firstRecent([debian.prometheus], PROMETHEUS);
  const flags = fs.existsSync(debian.prometheusPages) ? [`--web.local-assets=${debian.prometheusPages}`] : [];
  return server && describe('prometheus', { program: server.program, flags }, debian.promtool, server.version, 'Debian');
}

async function prometheusFromModules(run, note) {
  note('building Prometheus from Go modules (minutes, once)');
  const built = await buildFromModules('prometheus', path.join(TOOLS, 'go'), run);
  return describe('prometheus', { program: built.prometheus, flags: [] }, built.promtool, '', 'Go modules');
}

function alertmanagerOnPath() {
  const server = firstRecent(['alertmanager', 'prometheus-alertmanager'], ALERTMANAGER);
  const tool = firstRecent(['amtool'], ALERTMANAGER);
  return server && tool && describe('alertmanager', { program: server.program }, tool.program, server.version, 'on PATH');
}

async function alertmanagerOfDebian(debian, unpack) {
  await unpack();
  const server = firstRecent([debian.alertmanager], ALERTMANAGER);
  const from = { program: debian.alertmanager, cwd: debian.alertmanagerFolder };
  return server && describe('alertmanager', from, debian.amtool, server.version, 'Debian');
}

async function alertmanagerFromModules(run, note) {
  note('building Alertmanager from Go modules (minutes, once)');
  const built = await buildFromModules('alertmanager', path.join(TOOLS, 'go'), run);
  return describe('alertmanager', { program: built.alertmanager }, built.amtool, '', 'Go modules');
}

function describe(name, server, checker, version, from) {
  const checkerName = name === 'prometheus' ? 'promtool' : 'amtool';
  return { [name]: server, [checkerName]: checker, from: `${name} ${version} (${from})`.replace('  ', ' ') };
}

function once(work) {
  let result;
  return () => (result ??= work());
}
