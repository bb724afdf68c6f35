import { expect } from './expect.mjs';

/**
 * Checks that what people and models wrote is not in the exported telemetry.
 *
 * @param {string} exported everything the Collector wrote
 * @param {string[]} texts that went through the agents
 * @returns {string} what was seen
 */
export function checkPrivacy(exported, texts) {
  for (const text of texts) expect(!exported.includes(text), `the text "${text}" of a job is in the exported telemetry`);
  for (const attribute of ['process.command_args', 'process.command_line']) {
    expect(!exported.includes(attribute), `${attribute} is exported: command lines may hold secrets`);
  }
  return `none of ${texts.length} job texts and no command line in ${Math.round(exported.length / 1024)} KiB of exported traces and logs`;
}
