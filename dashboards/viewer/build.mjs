// Bundles the preview into dist/. Quiet unless something is wrong.
import * as esbuild from 'esbuild';
import fs from 'node:fs';

const BIG_AND_UNUSED = /^(monaco-editor|@monaco-editor\/react|ol|ol\/.*|@openfeature\/.*)(\/.*)?$/;

/** Parts of Grafana's libraries that no panel here reaches: editors, maps, feature flags. */
const leaveOut = {
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: BIG_AND_UNUSED }, (found) => ({
      path: found.path,
      namespace: 'left-out',
    }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents:
        'module.exports = new Proxy(function () {}, { get: (_, key) => (key === "__esModule" ? false : function () {}) });',
      loader: 'js',
    }));
  },
};

fs.rmSync('dist', { recursive: true, force: true });
await esbuild.build({
  entryPoints: ['src/main.tsx'],
  bundle: true,
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  minify: true,
  legalComments: 'linked',
  target: 'es2022',
  jsx: 'automatic',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.svg': 'dataurl', '.ttf': 'dataurl', '.woff2': 'dataurl', '.png': 'dataurl' },
  plugins: [leaveOut],
});

fs.cpSync('public', 'dist', { recursive: true });
const images = 'dist/public/build/img';
fs.cpSync('node_modules/@grafana/ui/dist/public/img', images, { recursive: true });
const fonts = 'dist/public/fonts/inter';
fs.mkdirSync(fonts, { recursive: true });
for (const [face, name] of [
  ['400-normal', 'Regular'],
  ['400-italic', 'Italic'],
  ['500-normal', 'Medium'],
]) {
  fs.copyFileSync(
    `node_modules/@fontsource/inter/files/inter-latin-${face}.woff2`,
    `${fonts}/Inter-${name}.woff2`,
  );
}

// The npm package lacks three icons that its components show: one is the mirror image of an icon that
// it has, the others stand for waiting and for its end, for which it has others.
const icons = `${images}/icons/unicons`;
fs.writeFileSync(
  `${icons}/angle-double-left.svg`,
  fs
    .readFileSync(`${icons}/angle-double-right.svg`, 'utf8')
    .replace('<path', '<path transform="matrix(-1 0 0 1 24 0)"'),
);
fs.copyFileSync(`${icons}/sync.svg`, `${icons}/spinner.svg`);
fs.copyFileSync(`${icons}/times.svg`, `${icons}/sync-slash.svg`);
