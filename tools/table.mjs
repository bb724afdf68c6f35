/**
 * Aligned lines of label and text; texts after the first of a row go below it, so that the table
 * also reads on a narrow terminal.
 *
 * @param {[string, ...string[]][]} rows
 * @returns {string}
 */
export function table(rows, indent = '  ') {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows
    .flatMap(([label, ...texts]) => texts.map((text, i) => `${indent}${(i === 0 ? label : '').padEnd(width)}${text}`))
    .join('\n');
}
