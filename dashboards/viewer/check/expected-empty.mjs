import fs from 'node:fs';

/**
 * What may be empty and why, by title, from a file like [{"title": "…", "reason": "…"}]; nothing
 * where no file is given.
 */
export function expectedEmpty(file) {
  if (!file) {
    return new Map();
  }
  const entries = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const { title, reason } of entries) {
    if (!title || !reason) {
      throw new Error(`${file}: every entry needs a title and a reason`);
    }
  }
  return new Map(entries.map(({ title, reason }) => [title, reason]));
}
