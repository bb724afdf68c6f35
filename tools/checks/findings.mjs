const RUN = 'pitwall.run.id';
const PREFIX = 'pitwall.finding.';

/**
 * The findings that the workflow log tells of, each as it was said last.
 *
 * @param {object[]} events of any runs
 * @returns {{run: string, type: string, subject: string, cause: string, evidence: string, delaySeconds: number}[]}
 */
export function findings(events) {
  const byId = new Map();
  for (const { name, at, attributes } of events) {
    if (!name.startsWith(PREFIX)) continue;
    const id = attributes['pitwall.finding.id'];
    byId.set(id, {
      run: attributes[RUN],
      type: attributes['pitwall.finding.type'],
      subject: attributes['pitwall.finding.subject'],
      cause: attributes['pitwall.finding.cause'] ?? '',
      evidence: attributes['pitwall.finding.evidence'],
      delaySeconds: byId.get(id)?.delaySeconds ?? Math.max(0, (at - attributes['pitwall.finding.onset']) / 1000),
    });
  }
  return [...byId.values()];
}

/**
 * Compares what was found in a run with what had to be.
 *
 * @param {{finding: string, cause: string, later?: string[]}} expected type, how the likeliest cause begins, and what may follow
 * @param {object[]} found findings of that run
 * @returns {string[]} what is wrong, a sentence each
 */
export function judged({ finding, cause, later = [] }, found) {
  const right = found.filter(({ type }) => type === finding);
  if (right.length === 0) return [`no ${finding} was found, but ${listed(found)}`];
  const problems = [];
  if (!right.some((each) => each.cause.startsWith(cause))) {
    problems.push(`the cause is ${right[0].cause || 'not named'} and not ${cause}`);
  }
  const others = found.filter((each) => each.type !== finding && !later.includes(each.type) && !right.some((one) => explains(one, each)));
  if (others.length > 0) problems.push(`also found: ${listed(others)}`);
  return problems;
}

/** Whether it was said of a finding that it explains the other: then that was taken back. */
const explains = (one, other) => (one.evidence.split('; explains also ')[1] ?? '').split(', ').includes(`${other.type} of ${other.subject}`);

const listed = (found) => (found.length === 0 ? 'nothing' : found.map(({ type, subject, cause }) => `${type} of ${subject} (${cause})`).join(', '));
