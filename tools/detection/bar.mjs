/** What is promised of full telemetry. */
export const BAR = { precision: 0.98, recall: 0.95, each: 0.9, firstCause: 0.9, delaySeconds: 5 };

/**
 * What does not hold of the promise, one sentence each.
 *
 * @param {object} report the scorer's figures of full telemetry
 * @returns {string[]}
 */
export function broken({ all, types, falseAlarmsIn }) {
  const problems = [];
  const atLeast = (what, share, bar) => {
    if (share.value < bar) problems.push(`${what} is ${share.value.toFixed(3)} and not ${bar}`);
  };
  atLeast('precision', all.precision, BAR.precision);
  atLeast('recall', all.recall, BAR.recall);
  atLeast('the share of true causes that come first', all.firstCause, BAR.firstCause);
  if (!(all.delayMedian >= 0 && all.delayMedian <= BAR.delaySeconds)) problems.push(`the median delay is ${all.delayMedian} s and not ${BAR.delaySeconds} s at most`);
  for (const [type, score] of Object.entries(types)) {
    if (score.expected === 0) problems.push(`no ${type} was played`);
    atLeast(`precision of ${type}`, score.precision, BAR.each);
    atLeast(`recall of ${type}`, score.recall, BAR.each);
  }
  if (falseAlarmsIn.healthy > 0) problems.push(`${falseAlarmsIn.healthy} false alarms in healthy runs`);
  return problems;
}
