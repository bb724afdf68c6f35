import fs from 'node:fs';
import { ROOT } from '../paths.mjs';

/** Runs a Java program that prints a JSON object a line, and returns the objects. */
export async function program(processes, options) {
  const name = options.at(-1).split('.').at(-1).toLowerCase();
  await processes.run({ name, command: ['java', ...options], cwd: ROOT });
  const lines = fs.readFileSync(processes.logOf(name), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}
