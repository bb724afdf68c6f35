import fs from 'node:fs';
import path from 'node:path';
import { ROOT, RUN } from '../paths.mjs';
import { table } from './page.mjs';
import { writeRecording } from './recording.mjs';

const JAR = path.join(ROOT, 'otel-extension/replay/target/pitwall-replay.jar');
const MEGABYTE = 1e6;
const SIZES = [100, 400];
const AIM = 50;
// With room, with a heap that makes it sort on disk, and with the quick compiler only.
const WAYS = ['-Xmx1g', '-Xmx96m', '-Xmx1g -XX:TieredStopAtLevel=1'];

/**
 * How fast the replay reads: CPU of the whole process, its start and the collection of garbage included, on one core.
 * CPU and not elapsed time, because the disk and others on the machine are not its own.
 */
export async function measureReplay(processes, plan, note) {
  const rows = [];
  for (const megabytes of plan.iterations > 1 ? SIZES : SIZES.slice(0, 1)) {
    const file = path.join(RUN, 'recording.jsonl');
    note(`writing ${megabytes} MB`);
    const counts = await writeRecording(file, megabytes * MEGABYTE);
    note(`replaying ${megabytes} MB`);
    for (const flags of WAYS) rows.push({ flags, ...counts, ...(await replay(processes, `replay-${megabytes}-${WAYS.indexOf(flags)}`, file, flags)) });
    fs.rmSync(file);
  }
  return rows;
}

// Each under a name of its own: what a program says is added to the log of its name.
async function replay(processes, name, file, flags) {
  const java = `taskset -c 0 java -XX:+UseSerialGC ${flags} -jar ${JAR} ${file}`;
  await processes.run({ name, command: ['bash', '-c', `TIMEFORMAT='cpu %U %S'; time ${java}`], cwd: ROOT });
  const log = fs.readFileSync(processes.logOf(name), 'utf8');
  const [, user, system] = log.match(/^cpu ([\d.]+) ([\d.]+)$/m).map(Number);
  return { cpuSeconds: user + system, spills: Number(log.match(/^sorted with (\d+) temporary files$/m)?.[1] ?? 0) };
}

export const speed = ({ bytes, cpuSeconds }) => bytes / MEGABYTE / cpuSeconds;

export function replayText(rows) {
  const count = (value) => value.toLocaleString('en');
  return [
    table(
      ['recording, MB', 'spans', 'entries of the log', 'runs', 'JVM', 'temporary files', 'CPU, s', 'MB a second of CPU'],
      rows.map((row) => [
        (row.bytes / MEGABYTE).toFixed(0),
        count(row.spans),
        count(row.entries),
        count(row.runs),
        `\`${row.flags}\``,
        row.spills,
        row.cpuSeconds.toFixed(1),
        speed(row).toFixed(0),
      ]),
    ),
    `The aim is ${AIM} MB a second on one core, the start of the JVM included.`,
  ].join('\n\n');
}
