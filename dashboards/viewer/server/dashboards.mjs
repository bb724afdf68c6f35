import fs from 'node:fs';
import path from 'node:path';

function read(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parse(path.join(folder, name)));
}

function parse(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (problem) {
    throw new Error(`${file} is not a dashboard: ${problem.message}`);
  }
}

/** The dashboards in a folder, for the list. */
export const dashboards = (folder) =>
  read(folder).map(({ uid, title, description, tags = [] }) => ({ uid, title, description, tags }));

/** One dashboard by its uid, which is never used as a file's name. */
export const dashboard = (folder, uid) => read(folder).find((one) => one.uid === uid);
