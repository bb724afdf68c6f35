import { buildJava } from '../build.mjs';
import { ROOT } from '../paths.mjs';
import { engineText, measureEngine } from './engine.mjs';
import { measureReports, reportRows, reportText } from './jmh.mjs';
import { measureMutations, mutationText } from './mutation.mjs';
import { measureOverhead, overheadText } from './overhead.mjs';
import { measureReplay, replayText } from './replay.mjs';
import { measureScale, scaleText } from './scale.mjs';
import { measureStart, startText } from './start.mjs';
import { measureWeek, weekText } from './week.mjs';

const benchmarks = {
  title: 'Benchmarks',
  run: (processes) => {
    const command = ['mvn', '-B', '-q', '-DskipTests', '-Dspotless.check.skip', '-pl', 'otel-extension/benchmarks', '-am', 'package'];
    return processes.run({ name: 'mvn-benchmarks', command, cwd: ROOT });
  },
};

const product = { title: 'Programs', run: (processes, note) => buildJava((program) => processes.run(program), note) };

const replay = {
  title: 'Replay',
  run: (processes) => {
    const command = ['mvn', '-B', '-q', '-DskipTests', '-Dspotless.check.skip', '-pl', 'otel-extension/replay', '-am', 'package'];
    return processes.run({ name: 'mvn-replay', command, cwd: ROOT });
  },
};

/** What can be measured by itself: what must be built first, how, and how it is told. */
export const PARTS = {
  reports: {
    title: 'What a report costs',
    build: benchmarks,
    measure: measureReports,
    text: (results) => reportText(reportRows(results)),
  },
  engine: { title: 'What the engine costs', build: benchmarks, measure: measureEngine, text: engineText },
  week: { title: 'A week of the engine', build: benchmarks, measure: measureWeek, text: weekText },
  service: {
    title: 'What the sample service notices',
    build: product,
    measure: measureOverhead,
    text: overheadText,
  },
  start: { title: 'How the sample service starts', build: product, measure: measureStart, text: startText },
  scale: { title: 'What rules and dashboards cost Prometheus', build: product, measure: measureScale, text: scaleText },
  replay: { title: 'How fast the replay reads', build: replay, measure: measureReplay, text: replayText },
  mutation: { title: 'What the detectors’ tests notice', timed: false, measure: measureMutations, text: mutationText },
};

/** The score of mutations needs no quiet machine and is the same on each. */
export const BY_DEFAULT = ['reports', 'engine', 'week', 'start', 'service', 'replay'];
