import { prepare } from '../prepare.mjs';
import { allocatePorts } from '../ports.mjs';
import { renderAlertPack } from '../stack/configure.mjs';
import { PREFERRED_PORTS } from '../stack/programs.mjs';
import { Stack } from '../stack/stack.mjs';

/**
 * Prepares and starts the whole chain.
 *
 * @param {{progress: import('../progress.mjs').Progress, processes: import('../processes.mjs').Processes, offline: boolean}} session
 * @returns {Promise<Stack>}
 */
export async function startChain(session) {
  const { progress, processes, offline } = session;
  progress.say('Preparing (the first time takes some minutes; all is kept in .pitwall/tools)');
  const parts = await prepare(progress, processes);

  progress.say('Starting');
  const { model, ...others } = PREFERRED_PORTS;
  const { ports, replaced } = await allocatePorts(offline ? PREFERRED_PORTS : others);
  session.ports = ports;
  for (const name of replaced) progress.say(`  port ${PREFERRED_PORTS[name]} is busy: ${name} gets ${ports[name]}`);
  await progress.step('Alert pack for the demo', (note) => {
    note('everything every 2 s, alerts to the inbox');
    return renderAlertPack((program) => processes.run(program), ports);
  });
  return progress.step('Programs', (note) => Stack.start(ports, parts, offline, processes, note));
}
