import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { LOGS, relative } from './paths.mjs';
import { until } from './wait.mjs';

/** The kernel ends a child when this program is killed outright, so that nothing is left behind. */
const DIES_WITH_US =
  spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL', '--'] : [];

/** A program that ended although it should have gone on, or a command that failed. */
export class ProcessFailed extends Error {
  constructor(name, how, log) {
    super(`${name} ${how}. Log: ${relative(log)}\n${tail(log)}`);
    this.name = 'ProcessFailed';
  }
}

const LINE_LENGTH = 240;

/** The last lines of a file, indented and cut to a readable length. */
export function tail(file, lines = 15) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const kept = text.trimEnd().split('\n').slice(-lines);
  return kept[0] === '' && kept.length === 1 ? '    (the log is empty)' : kept.map((line) => `    ${line.slice(0, LINE_LENGTH)}`).join('\n');
}

/**
 * The programs that this run has started. Each gets a process group of its own, so a Ctrl-C at the
 * terminal reaches only us and we end them in order; nothing else is ever signalled.
 *
 * Emits `crashed` with a ProcessFailed when a started program ends by itself.
 */
export class Processes extends EventEmitter {
  #children = [];
  #stopping = false;
  #logs;
  #graceSeconds;

  /** @param {{graceSeconds?: number}} options how long a program may take to end by itself */
  constructor(logs = LOGS, { graceSeconds = 10 } = {}) {
    super();
    this.#logs = logs;
    this.#graceSeconds = graceSeconds;
    fs.mkdirSync(logs, { recursive: true });
  }

  /** Process ids of what is running now. */
  get pids() {
    return this.#children.map((child) => child.process.pid);
  }

  logOf(name) {
    return path.join(this.#logs, `${name}.log`);
  }

  /**
   * Starts a long-running program.
   *
   * @param {{name: string, command: string[], env?: Record<string, string>, cwd?: string}} program
   */
  start(program) {
    const child = this.#spawn(program);
    child.ended.then((how) => {
      const failure = new ProcessFailed(program.name, how, child.log);
      child.failure = failure;
      if (!this.#stopping && !child.stopped) this.emit('crashed', failure);
    });
    return child;
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @param {{name: string, command: string[], env?: Record<string, string>, cwd?: string}} program
   * @param {() => Promise<boolean>} ready
   */
  async startAndAwait(program, ready, timeoutSeconds = 60) {
    const child = this.start(program);
    const gone = new AbortController();
    child.ended.then(() => gone.abort());
    try {
      await until(`${program.name} ready (log: ${relative(child.log)})`, ready, { timeoutSeconds }, gone.signal);
    } catch (error) {
      throw child.failure ?? error;
    }
  }

  /** Runs a command to its end; a failure carries the last lines of what it printed. */
  async run(program) {
    const child = this.#spawn(program);
    const how = await child.ended;
    if (how !== 'ended with exit code 0') throw new ProcessFailed(program.name, how, child.log);
  }

  /** Ends the programs of that name. */
  async stop(name) {
    const named = this.#children.filter((child) => child.name === name);
    for (const child of named) child.stopped = true;
    await Promise.all(named.map((child) => this.#stop(child)));
  }

  /** Ends the programs of that name at once, as a machine that fails would. */
  async kill(name) {
    const named = this.#children.filter((child) => child.name === name);
    for (const child of named) {
      child.stopped = true;
      signal(child, 'SIGKILL');
    }
    await Promise.all(named.map((child) => child.ended));
  }

  /** Ends everything: the named programs first, one after the other, then the rest together. */
  async stopAll(first = []) {
    this.#stopping = true;
    for (const name of first) {
      await Promise.all(this.#children.filter((child) => child.name === name).map((child) => this.#stop(child)));
    }
    await Promise.all([...this.#children].map((child) => this.#stop(child)));
  }

  async #stop(child) {
    signal(child, 'SIGTERM');
    const hard = setTimeout(() => signal(child, 'SIGKILL'), this.#graceSeconds * 1000);
    await child.ended;
    clearTimeout(hard);
    // What the program itself started shares its group and may have outlived it.
    signal(child, 'SIGKILL');
  }

  #spawn({ name, command, env = process.env, cwd }) {
    if (this.#stopping) throw new Error(`${name} is not started: everything is being stopped`);
    const log = this.logOf(name);
    const out = fs.openSync(log, 'a');
    const [program, ...args] = [...DIES_WITH_US, ...command];
    const running = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', out, out] });
    fs.closeSync(out);
    const child = { name, log, process: running };
    child.ended = new Promise((resolve) => {
      running.once('error', (error) => resolve(`could not be started (${error.message})`));
      running.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
    });
    this.#children.push(child);
    child.ended.then(() => (this.#children = this.#children.filter((other) => other !== child)));
    return child;
  }
}

function signal(child, name) {
  if (!child.process.pid) return;
  try {
    process.kill(-child.process.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
