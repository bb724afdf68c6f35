import { setTimeout as pause } from 'node:timers/promises';
import { count, expect } from '../checks/expect.mjs';
import { EVENTS, FAULTS, HEALTHY } from '../scenario/alerts.mjs';
import { readTelemetry } from '../stack/otlp.mjs';
import { TELEMETRY } from '../stack/alerts.mjs';
import { until } from '../wait.mjs';
import { Desk, HEARD_MILLIS } from './desk.mjs';
import { judge, rows, toldOf } from './matrix.mjs';
import { isWatchdog } from './watch.mjs';

const AT_ONCE = 3;
const HISTORY_JOBS = 24;
const BETWEEN_JOBS_MILLIS = 200;
const FOUND_SECONDS = 240;
/** A second export of metrics has been made by then. */
const killAfter = ({ exportMillis = 60_000 }) => 1.3 * exportMillis + 8000;
const nameOf = (fault) => `desk-${fault.toLowerCase().replaceAll(' ', '-')}`;
const QUIET_DESKS = ['desk-quiet-1', 'desk-quiet-2', 'desk-quiet-3'];
const QUIET_PAUSE_MILLIS = 4000;

/** The faults that were asked for, each with its desk's name. */
export function chosen(only) {
  const all = [...FAULTS, ...EVENTS].map((each) => ({ ...each, name: nameOf(each.fault) }));
  const unknown = (only ?? []).filter((fault) => !all.some((each) => each.fault === fault));
  if (unknown.length > 0) throw new Error(`no fault is called ${unknown.join(', ')}; there are ${all.map(({ fault }) => fault).join(', ')}`);
  return only ? all.filter(({ fault }) => only.includes(fault)) : all;
}

export const deskNames = (faults, healthyMinutes) => [...faults.map(({ name }) => name), ...(healthyMinutes > 0 ? QUIET_DESKS : [])];

/** Everything that is played on one running chain. */
export class Play {
  #processes;
  #ports;
  #profile;
  #joints;
  #watch;
  #receiver;

  constructor({ processes, ports, profile, joints, watch, receiver }) {
    this.#processes = processes;
    this.#ports = ports;
    this.#profile = profile;
    this.#joints = joints;
    this.#watch = watch;
    this.#receiver = receiver;
  }

  /** Mixed traffic in which nothing is wrong, an orderly restart in the middle of it included. */
  async healthy(minutes, note) {
    const desks = await this.#desks(QUIET_DESKS, note);
    const end = Date.now() + minutes * 60_000;
    let jobs = 0;
    const traffic = async (desk, seed) => {
      const restartAt = end - (minutes * 60_000) / 2;
      let restarted = seed !== 0;
      for (let i = seed; Date.now() < end; i += 1) {
        const id = await desk.begin(HEALTHY[i % HEALTHY.length], i % 2 === 0 ? 900 : undefined);
        jobs += 1;
        note(`${count(jobs, 'healthy job')}, ${Math.ceil((end - Date.now()) / 60_000)} minutes to go`);
        await pause(QUIET_PAUSE_MILLIS * (1 + (i % 3)));
        if (!restarted && Date.now() > restartAt) {
          await desk.over([id]);
          await desk.restart();
          restarted = true;
        }
      }
    };
    await Promise.all(desks.map(traffic));
    await this.#joints.check(`${minutes} minutes of healthy traffic raise no alert`, QUIET_DESKS, async () => {
      const wrong = [...this.#watch.fired, ...this.#receiver.notifications.flatMap(({ alerts }) => alerts)].filter((alert) => !isWatchdog(alert));
      expect(wrong.length === 0, `but ${[...new Set(wrong.map(({ labels }) => `${labels.alertname} of ${labels.job}`))].join(', ')}`);
      expect(this.#receiver.notifications.some(({ alerts }) => alerts.some(isWatchdog)), 'the watchdog was not told either: nothing would have been');
      return `${count(jobs, 'job')} in ${count(desks.length, 'service')}, the watchdog and nothing else`;
    });
    return jobs;
  }

  /** Every fault at the same time, each in a service of its own that has a history. Returns the matrix. */
  async faults(faults, note) {
    const desks = await this.#desks(faults.map(({ name }) => name), note);
    note(`${count(faults.length, 'fault')} under way`);
    const played = await Promise.all(faults.map((fault, i) => this.#fault({ ...fault, desk: desks[i] }, i)));
    note('waiting whether anything else is told');
    await pause(this.#profile.quietSeconds * 1000);
    const { events } = readTelemetry(TELEMETRY);
    for (const one of played) {
      await this.#joints.check(`${one.fault}: nothing beside it`, [one.name], async () => {
        const problems = judge(one, this.#told(one));
        expect(problems.length === 0, problems.join('; '));
        return 'nothing';
      });
    }
    await this.#joints.check('no alert is of no service', ['prometheus'], async () => {
      const strange = this.#receiver.notifications.flatMap(({ alerts }) => alerts).filter((alert) => !isWatchdog(alert) && !alert.labels.job?.startsWith('desk-'));
      expect(strange.length === 0, `told: ${[...new Set(strange.map(({ labels }) => `${labels.alertname} of ${labels.job}`))].join(', ')}`);
      return 'none';
    });
    return played.flatMap((one) => rows(one, this.#told(one), events));
  }

  async #desks(names, note) {
    const desks = names.map((name) => new Desk(this.#processes, this.#ports, name, this.#profile));
    for (let i = 0; i < desks.length; i += AT_ONCE) {
      note(`${count(Math.min(i + AT_ONCE, desks.length), 'service')} of ${desks.length} with a history`);
      await Promise.all(desks.slice(i, i + AT_ONCE).map((desk) => this.#startWithHistory(desk)));
    }
    return desks;
  }

  async #startWithHistory(desk) {
    await desk.start();
    await desk.over(await this.#jobs(desk, HISTORY_JOBS, 'none'));
  }

  async #jobs(desk, jobs, fault, dueSeconds) {
    const ids = [];
    for (let i = 0; i < jobs; i += 1) {
      ids.push(await desk.begin(fault, dueSeconds));
      await pause(BETWEEN_JOBS_MILLIS);
    }
    return ids;
  }

  async #fault(one, place) {
    const { desk, fault, alerts } = one;
    await pause(place * BETWEEN_JOBS_MILLIS * 5);
    if (one.before) {
      desk[one.before]();
      await pause(HEARD_MILLIS);
    }
    const beganAt = Date.now();
    const ids = await this.#jobs(desk, one.jobs ?? 1, one.job ?? fault, one.dueSeconds);
    if (one.meanwhile) {
      await pause(one.meanwhile === 'killed' ? killAfter(this.#profile) : 0);
      await desk[one.meanwhile]();
    }
    const timeoutSeconds = (one.within ?? FOUND_SECONDS) + this.#profile.deliverySeconds;
    await this.#joints.check(`${fault}: ${alerts.join(', ')}`, [one.name], async () => {
      const all = async () => alerts.every((name) => this.#told(one).get(name)?.toldAt);
      await until(`${alerts.join(' and ')} told; so far ${[...this.#told(one).keys()].join(', ') || 'nothing'}`, all, { timeoutSeconds });
      return `told after ${((Date.now() - beganAt) / 1000).toFixed(0)} s`;
    });
    desk.permits();
    desk.stopsNothing();
    if (!one.outlasts && one.meanwhile !== 'killed') await desk.over(ids);
    return { ...one, beganAt };
  }

  #told({ name }) {
    return toldOf(name, { fired: this.#watch.fired, notifications: this.#receiver.notifications });
  }
}
