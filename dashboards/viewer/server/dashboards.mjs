import fs from 'node:fs';
import path from 'node:path';

function read(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
}

/** The dashboards in a folder, for the list. */
export const dashboards = (folder) =>
  read(folder).map(({ uid, title, description }) => ({ uid, title, description }));

/** One dashboard by its uid, which is never used as a file's name. */
export const dashboard = (folder, uid) => read(folder).find((one) => one.uid === uid);
