// Serves the preview on the loopback interface: node serve.mjs --port P --prometheus URL
// [--zipkin URL] --dashboards FOLDER. It reads and passes on; nothing that it offers writes.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { options, UsageError } from './server/options.mjs';
import { previewServer } from './server/preview.mjs';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');

try {
  const given = options(process.argv.slice(2));
  if (!fs.existsSync(path.join(dist, 'main.js'))) {
    throw new UsageError(
      'the preview is not built: run "npm ci && npm run build" beside serve.mjs',
    );
  }
  const server = http.createServer(previewServer({ ...given, dist }));
  server.on('error', (problem) => {
    console.error(`serve.mjs: port ${given.port}: ${problem.message}`);
    process.exit(1);
  });
  server.listen(given.port, '127.0.0.1', () => {
    console.log(`preview: http://127.0.0.1:${server.address().port}/`);
  });
} catch (problem) {
  if (!(problem instanceof UsageError)) {
    throw problem;
  }
  console.error(`serve.mjs: ${problem.message}`);
  process.exit(2);
}
