import fs from 'node:fs';
import path from 'node:path';
import { ROOT, TOOLS } from '../paths.mjs';

const VERSION = '3.6.1';
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.9.0';

/**
 * Zipkin's server, as published.
 *
 * @param {(program: object) => Promise<void>} run
 * @param {(text: string) => void} note
 * @returns {Promise<string>} path of the jar
 */
export async function obtainZipkin(run, note) {
  const jar = path.join(TOOLS, 'zipkin', `zipkin-server-${VERSION}-exec.jar`);
  note(VERSION);
  if (fs.existsSync(jar)) return jar;
  note(`${VERSION}, downloading 135 MB`);
  const command = ['mvn', '-B', '-q', '-N', `${DEPENDENCY_PLUGIN}:copy`];
  const incoming = path.join(path.dirname(jar), 'incoming');
  const options = [`-Dartifact=io.zipkin:zipkin-server:${VERSION}:jar:exec`, `-DoutputDirectory=${incoming}`];
  await run({ name: 'zipkin-download', command: [...command, ...options], cwd: ROOT });
  // Renamed when whole, so that an interrupted copy is never taken for the jar.
  fs.renameSync(path.join(incoming, path.basename(jar)), jar);
  return jar;
}
