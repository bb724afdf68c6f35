import path from 'node:path';
import { checkLeftovers } from './checks/leftovers.mjs';
import { Joints } from './checks/joints.mjs';
import { lock } from './lock.mjs';
import { USAGE, parseOptions } from './options.mjs';
import { ROOT, freshRunFolder } from './paths.mjs';
import { Processes } from './processes.mjs';
import { Progress, seconds } from './progress.mjs';
import { startChain } from './scenario/start.mjs';
import { tour } from './scenario/tour.mjs';
import { unattended } from './scenario/unattended.mjs';
import { chooseModel } from './stack/model.mjs';

const FAILED = 1;
const INTERRUPTED = 130;

/** Ends first: it still has telemetry to send to the others. */
const FIRST_TO_END = ['publishing-desk'];

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const unlock = lock(path.join(ROOT, '.pitwall', 'demo.lock'));
  try {
    return await demo(options);
  } finally {
    unlock();
  }
}

async function demo({ check }) {
  const began = performance.now();
  freshRunFolder();
  const progress = new Progress();
  const processes = new Processes();
  const { offline, notice } = chooseModel(process.env, { offlineOnly: check });
  if (notice) progress.say(notice);
  const session = { progress, processes, offline, began };
  const joints = new Joints((text) => progress.say(text));

  const ended = endedFromOutside(processes);
  const work = check ? checked(session, joints) : guided(session);
  // When it ended from outside, the work fails because its programs go away: no news then.
  work.catch(() => {});
  let outcome = await Promise.race([work, ended]).catch((error) => {
    progress.say(`\n${error.message}`);
    return FAILED;
  });
  progress.stop();

  const pids = processes.pids;
  progress.say('Stopping');
  await processes.stopAll(FIRST_TO_END);
  progress.say('Everything that was started here has ended.');
  if (!check) return outcome === INTERRUPTED && session.toured ? 0 : outcome;

  await joints.check('nothing left running', [], () => checkLeftovers(pids, session.ports ?? {}));
  for (const line of joints.summary()) progress.say(line);
  progress.say(`./demo --check took ${seconds(began)} s`);
  return outcome === 0 && !joints.allHold ? FAILED : outcome;
}

/** Never returns by itself: the chain runs until it is ended from outside. */
async function guided(session) {
  await tour(session, await startChain(session));
  session.toured = true;
  return new Promise(() => {});
}

async function checked(session, joints) {
  await unattended(session, await startChain(session), joints);
  return 0;
}

/** Settles when somebody ends the demo (resolves) or one of its programs dies (rejects). */
function endedFromOutside(processes) {
  return new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(INTERRUPTED));
    processes.once('crashed', reject);
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(2);
  },
);
