import fs from 'node:fs';

/** How the dashboards come into a Grafana server, in the words of the folder's own page. */
export const importGuide = () =>
  fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
