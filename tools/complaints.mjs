/** How a failure is told by what ./verify runs: joints, Maven, Node's and Playwright's tests, promtool. */
const COMPLAINT = /^\s*(failed joint:|\[ERROR\] .|not ok |✖ |✘|\s*FAILED:|Error:)/u;

const MOST = 8;
const WIDTH = 300;

/**
 * The lines of an output that say why something failed, so that the summary can repeat them: of a
 * long run often only the end is at hand.
 *
 * @param {string} output
 * @returns {string[]} the first few, none twice
 */
export function complaints(output) {
  const lines = output.split('\n').filter((line) => COMPLAINT.test(line));
  const different = [...new Set(lines.map((line) => line.trim().slice(0, WIDTH)))];
  return different.length > MOST ? [...different.slice(0, MOST), `and ${different.length - MOST} more lines`] : different;
}
