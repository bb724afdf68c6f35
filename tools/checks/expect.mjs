/** Throws with the sentence unless the condition holds. */
export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

/** "1 job", "2 jobs". */
export const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;
