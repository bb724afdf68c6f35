// Checks the generated dashboards against the types of Grafana's own schema, of each of its versions
// that the dashboards are for. JSON is written into a TypeScript file first: an imported JSON file
// loses the exact values that the types ask for.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const SCHEMAS = ['schema-11', 'schema-12', '@grafana/schema'];
const NEWEST = '@grafana/schema';

const source = path.resolve('../grafana');
const target = path.resolve('dist-types');
const names = fs.readdirSync(source).filter((name) => name.endsWith('.json'));
const shape = fs.readFileSync('src/checked-dashboard.ts', 'utf8');

/** Whether every dashboard is what one version of the schema describes. */
function fits(schema) {
  const { version } = JSON.parse(fs.readFileSync(`node_modules/${schema}/package.json`, 'utf8'));
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target);
  fs.writeFileSync(
    path.join(target, 'shape.ts'),
    shape.replaceAll(`'${NEWEST}`, `'${schema}`).replace("'./", "'../src/"),
  );
  for (const name of names) {
    const json = fs.readFileSync(path.join(source, name), 'utf8').trim();
    const file = path.join(target, name.replace(/\.json$/, '.ts'));
    fs.writeFileSync(
      file,
      `import type { Dashboard } from './shape';\n\nexport const dashboard = ${json} satisfies Dashboard;\n`,
    );
  }
  fs.writeFileSync(
    path.join(target, 'tsconfig.json'),
    JSON.stringify({ extends: '../tsconfig.json', include: ['.'] }),
  );
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', target], { stdio: 'inherit' });
    console.log(`typecheck: ${names.length} dashboards fit Grafana's schema ${version}`);
    return true;
  } catch {
    console.error(`typecheck: a dashboard is not what the schema ${version} describes (see above)`);
    return false;
  } finally {
    fs.rmSync(target, { recursive: true, force: true });
  }
}

process.exitCode = SCHEMAS.map(fits).every(Boolean) ? 0 : 1;
