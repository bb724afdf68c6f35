import fs from 'node:fs';

const begin = (part, by) => `<!-- numbers of ${part}: written by ${by} -->`;
const end = (part) => `<!-- end of ${part} -->`;

/** Puts what was measured where the page has the part's old numbers. */
export function writeSection(file, part, text, by = 'tools/performance.mjs') {
  const page = fs.readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin(part, by)), page.indexOf(end(part))];
  if (from < 0 || to < from) throw new Error(`${file} has no place for numbers: ${begin(part, by)} … ${end(part)}`);
  fs.writeFileSync(file, `${page.slice(0, from + begin(part, by).length)}\n\n${text}\n\n${page.slice(to)}`);
}

/** A table whose first column is words and whose others are numbers. */
export const table = (head, rows) => [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

export const micros = (value) => (value === undefined ? '' : value.toFixed(2));
export const bytes = (value) => (value === undefined ? '' : Math.round(value).toLocaleString('en'));
export const megabytes = (value) => (value / 2 ** 20).toFixed(1);
