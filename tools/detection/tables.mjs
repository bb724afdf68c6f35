import { table } from '../performance/page.mjs';

const NOTHING = '–';
const between = ({ value, least, most }) => `${value.toFixed(3)} (${least.toFixed(3)}–${most.toFixed(3)})`;
const percent = ({ value }) => `${Math.round(100 * value)} %`;
const seconds = (value) => (value < 0 ? NOTHING : value.toFixed(1));

const HEAD = ['type', 'played', 'found', 'false alarms', 'precision', 'recall', 'F1', 'delay, median', 'delay, p95', 'since onset, median', 'cause first', 'among three', 'reopened'];

/** The generated sections of the page by their names. */
export function sections({ full, standard }, seeds, circumstances) {
  return {
    full: `${circumstances}\n\n${summary(full, seeds)}\n\n${byType(full, true)}`,
    standard: `${summary(standard, seeds)}\n\n${byType(standard, false)}`,
    scenarios: byScenario(full, standard),
  };
}

function summary({ all, labels, falseAlarmsIn }, seeds) {
  return [
    `${seeds} seeds: ${labels.trouble} troubles of which ${all.expected} can be seen, ${labels.hard_negative} runs that only look like trouble, ${labels.healthy} healthy runs.`,
    `Precision ${between(all.precision)}, recall ${between(all.recall)}, F1 ${all.f1.toFixed(3)}; in brackets the 95 % interval (Wilson).`,
    `Delay beyond what the definition needs: median ${seconds(all.delayMedian)} s, p95 ${seconds(all.delayP95)} s.`,
    `The true cause comes first in ${between(all.firstCause)}, and is among the first three in ${between(all.amongThree)}.`,
    `False alarms: ${falseAlarmsIn.healthy} in healthy runs, ${falseAlarmsIn.hard_negative} in runs that only look like trouble, ${falseAlarmsIn.trouble} beside real trouble.`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

function byType({ types }, all) {
  const rows = Object.entries(types)
    .filter(([, score]) => all || score.expected > 0 || score.falseAlarms > 0)
    .map(([type, score]) => row(`\`${type}\``, score));
  return table(HEAD, rows);
}

function row(name, score) {
  const found = score.found > 0;
  return [
    name,
    score.expected,
    score.found,
    score.falseAlarms,
    score.found + score.falseAlarms > 0 ? between(score.precision) : NOTHING,
    score.expected > 0 ? between(score.recall) : NOTHING,
    score.expected > 0 ? score.f1.toFixed(3) : NOTHING,
    seconds(score.delayMedian),
    seconds(score.delayP95),
    seconds(score.onsetMedian),
    found ? percent(score.firstCause) : NOTHING,
    found ? percent(score.amongThree) : NOTHING,
    score.reopened,
  ];
}

/** What was played, and how often it was found or, where it is harmless, left alone. */
function byScenario(full, standard) {
  const rows = full.catalogue.map(({ type, name, what, kind, visibility }) => {
    const id = `${type}/${name}`;
    const harmless = kind !== 'trouble';
    return [`\`${id}\``, what, outcome(id, harmless, full), visibility === 'extension_only' && !harmless ? NOTHING : outcome(id, harmless, standard)];
  });
  return table(['scenario', 'what happens', 'full telemetry', 'standard spans'], rows);
}

function outcome(id, harmless, { scenarios, alarmsByScenario }) {
  if (harmless) {
    const alarms = alarmsByScenario[id] ?? 0;
    return alarms === 0 ? 'left alone' : `${alarms} false`;
  }
  const score = scenarios[id];
  return score ? `${score.found} of ${score.expected}` : NOTHING;
}

