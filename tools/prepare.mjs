import { buildJava, buildViewer } from './build.mjs';
import { obtainCollector } from './components/collector.mjs';
import { obtainMonitoring } from './components/monitoring.mjs';
import { obtainZipkin } from './components/zipkin.mjs';

/**
 * Builds what is ours and obtains what is not, in two lanes for two cores.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @param {import('./processes.mjs').Processes} processes
 */
export async function prepare(progress, processes) {
  const run = (program) => processes.run(program);
  const lanes = [
    async () => {
      await progress.step('Java modules', (note) => buildJava(run, note));
      return { zipkin: await progress.step('Zipkin', (note) => obtainZipkin(run, note)) };
    },
    async () => {
      const monitoring = await progress.step('Prometheus and Alertmanager', async (note) => {
        const found = await obtainMonitoring(run, note);
        note(found.from.join(', '));
        return found;
      });
      await progress.step('Dashboard preview', (note) => buildViewer(run, note));
      const collector = await progress.step('Collector', (note) => obtainCollector(run, note));
      return { ...monitoring, collector };
    },
  ];
  const [java, others] = await Promise.all(lanes.map((lane) => lane()));
  return { ...java, ...others };
}
