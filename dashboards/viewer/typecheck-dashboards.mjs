// Checks the generated dashboards against the types of Grafana's own schema. JSON is written into a
// TypeScript file first: an imported JSON file loses the exact values that the types ask for.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const source = path.resolve('../grafana');
const target = path.resolve('dist-types');

const HEAD = `import type { Dashboard } from '../src/checked-dashboard';\n\n`;

fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(target);
const files = fs.readdirSync(source).filter((name) => name.endsWith('.json'));
for (const name of files) {
  const json = fs.readFileSync(path.join(source, name), 'utf8').trim();
  const file = path.join(target, name.replace(/\.json$/, '.ts'));
  fs.writeFileSync(file, `${HEAD}export const dashboard = ${json} satisfies Dashboard;\n`);
}
fs.writeFileSync(
  path.join(target, 'tsconfig.json'),
  JSON.stringify({ extends: '../tsconfig.json', include: ['.'] }),
);
try {
  execFileSync('node_modules/.bin/tsc', ['-p', target], { stdio: 'inherit' });
  console.log(`typecheck: ${files.join(', ')} fits Grafana's schema`);
} catch {
  console.error("typecheck: a dashboard is not what Grafana's schema describes (see above)");
  process.exitCode = 1;
} finally {
  fs.rmSync(target, { recursive: true, force: true });
}
