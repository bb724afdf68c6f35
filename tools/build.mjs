import path from 'node:path';
import { Stamp } from './fingerprint.mjs';
import { ROOT, TOOLS } from './paths.mjs';

const at = (file) => path.join(ROOT, file);

/** What the demo starts of our own. */
export const JARS = {
  agent: at('otel-extension/distribution/target/agents/opentelemetry-javaagent-2.33.1.jar'),
  extension: at('otel-extension/distribution/target/pitwall-otel-extension.jar'),
  modelEndpoint: at('sample-agents/model-endpoint/target/model-endpoint.jar'),
  publishingDesk: at('sample-agents/publishing-desk/target/publishing-desk.jar'),
  replay: at('otel-extension/replay/target/pitwall-replay.jar'),
  alertInbox: at('sample-agents/alert-inbox/target/alert-inbox.jar'),
  alertRules: at('alert-rules/target/alert-rules.jar'),
};

/** Where a program is that reports every metric of the conventions. */
const EVERY_METRIC = at('otel-extension/build-tools/target');
export const EVERY_METRIC_CLASS_PATH = [`${EVERY_METRIC}/classes`, `${EVERY_METRIC}/every-metric/*`].join(':');

/** The folders of the Maven modules that make them. */
const MODULES = [
  'otel-extension/build-tools',
  'otel-extension/distribution',
  'otel-extension/replay',
  'sample-agents/model-endpoint',
  'sample-agents/publishing-desk',
  'sample-agents/alert-inbox',
  'alert-rules',
];

const VIEWER = 'dashboards/viewer';

/** Whether the Java modules were built from their present sources. */
export const javaStamp = () =>
  new Stamp({
    file: path.join(TOOLS, 'java-inputs.sha256'),
    root: ROOT,
    inputs: ['pom.xml', '.mvn', 'otel-extension', 'sample-agents', 'alert-rules'],
    outputs: [...Object.values(JARS), `${EVERY_METRIC}/every-metric`],
  });

const viewerStamp = () =>
  new Stamp({
    file: path.join(TOOLS, 'viewer-inputs.sha256'),
    root: ROOT,
    inputs: [VIEWER],
    outputs: [at(`${VIEWER}/node_modules`), at(`${VIEWER}/dist`)],
  });

/** Packages the Java modules, without their tests, unless nothing changed. */
export async function buildJava(run, note) {
  const flags = ['-B', '-q', '-DskipTests', '-Dspotless.check.skip', '-pl', MODULES.join(','), '-am'];
  const built = await javaStamp().build(() => {
    note('building the Java modules');
    return run({ name: 'mvn', command: ['mvn', ...flags, 'package'], cwd: ROOT });
  });
  note(built ? 'built' : 'unchanged');
}

/** Installs the preview's libraries and bundles it, unless nothing changed. */
export async function buildViewer(run, note) {
  const built = await viewerStamp().build(async () => {
    note('installing the preview’s libraries');
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    await run({ name: 'npm', command: ['npm', 'ci', ...quiet], cwd: at(VIEWER) });
    note('bundling the preview');
    await run({ name: 'npm', command: ['npm', 'run', '--silent', 'build'], cwd: at(VIEWER) });
  });
  note(built ? 'built' : 'unchanged');
}
