import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/** Debian's Alertmanager reads its message templates from this fixed place. */
const TEMPLATES = '/usr/share/prometheus/alertmanager';

/**
 * Debian's Prometheus and Alertmanager, unpacked below a folder of ours: no root, nothing
 * installed, no service started.
 */
export class DebianPackages {
  #root;
  #work;
  #run;

  /**
   * @param {string} folder
   * @param {(program: {name: string, command: string[], cwd: string}) => Promise<void>} run
   */
  constructor(folder, run) {
    this.#root = path.join(folder, 'root');
    this.#work = path.join(folder, 'work');
    this.#run = run;
  }

  get prometheus() {
    return path.join(this.#root, 'usr/bin/prometheus');
  }

  get promtool() {
    return path.join(this.#root, 'usr/bin/promtool');
  }

  get amtool() {
    return path.join(this.#root, 'usr/bin/amtool');
  }

  get alertmanager() {
    return path.join(this.#root, 'usr/bin/alertmanager-relocated');
  }

  /** Where Alertmanager must be started, since its templates are found from there. */
  get alertmanagerFolder() {
    return path.join(this.#root, TEMPLATES);
  }

  /** Prometheus's own pages, if their scripts could be had. */
  get prometheusPages() {
    return path.join(this.#root, 'usr/share/prometheus/web/');
  }

  get isUnpacked() {
    return [this.prometheus, this.promtool, this.amtool, this.alertmanager].every((file) => fs.existsSync(file));
  }

  /** Downloads and unpacks; with package lists of our own when the machine's are empty. */
  async obtain() {
    fs.rmSync(this.#root, { recursive: true, force: true });
    fs.rmSync(this.#work, { recursive: true, force: true });
    fs.mkdirSync(this.#work, { recursive: true });
    const names = ['prometheus', 'prometheus-alertmanager'];
    let options = ['-o', 'APT::Sandbox::User=root'];
    try {
      await this.#download(options, names);
    } catch {
      options = [...options, ...this.#ownLists()];
      await this.#run({ name: 'apt', command: ['apt-get', 'update', '-q', ...options], cwd: this.#work });
      await this.#download(options, names);
    }
    // Prometheus works without them, only its pages do not.
    await this.#download(options, scriptsFor(['prometheus', 'libjs-rickshaw'], options)).catch(() => {});
    for (const file of fs.readdirSync(this.#work).filter((name) => name.endsWith('.deb'))) {
      await this.#run({ name: 'apt', command: ['dpkg', '-x', file, this.#root], cwd: this.#work });
    }
    fs.rmSync(this.#work, { recursive: true, force: true });
    relocate(path.join(this.#root, 'usr/bin/prometheus-alertmanager'), this.alertmanager);
  }

  #download(options, names) {
    return this.#run({ name: 'apt', command: ['apt-get', 'download', '-q', ...options, ...names], cwd: this.#work });
  }

  #ownLists() {
    const [lists, cache] = ['lists', 'cache'].map((name) => path.join(this.#work, name));
    fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
    fs.mkdirSync(path.join(cache, 'archives', 'partial'), { recursive: true });
    return ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  }
}

/** The script and font packages that the packages' pages need, by their own declaration. */
function scriptsFor(names, options) {
  const { stdout } = spawnSync('apt-cache', [...options, 'depends', '--important', ...names], { encoding: 'utf8' });
  return [...new Set([...(stdout ?? '').matchAll(/Depends: ((?:libjs|fonts)-[\w.-]+)/g)].map((match) => match[1]))];
}

/**
 * Writes a copy of a program in which the templates' fixed place is the folder it is started in.
 * The text keeps its length, so nothing else in the program moves.
 */
export function relocate(from, to) {
  const program = fs.readFileSync(from);
  const fixed = Buffer.from(TEMPLATES);
  const here = './'.repeat(fixed.length / 2);
  let found = 0;
  for (let at = program.indexOf(fixed); at >= 0; at = program.indexOf(fixed, at + 1)) {
    program.write(here, at, 'latin1');
    found += 1;
  }
  if (found === 0) throw new Error(`${from} no longer names ${TEMPLATES}: it cannot be started from elsewhere`);
  fs.writeFileSync(`${to}.part`, program, { mode: 0o755 });
  fs.renameSync(`${to}.part`, to);
}
