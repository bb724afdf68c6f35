import fs from 'node:fs';
import path from 'node:path';
import { refuse } from './preview.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Sends a file from inside the folder, and only from there. */
export function file(response, folder, pathname) {
  const wanted = inside(folder, pathname);
  const type = TYPES[path.extname(pathname)];
  if (!wanted || !type) {
    return refuse(response, 404, 'There is nothing here.');
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
  return fs.createReadStream(wanted).pipe(response);
}

function inside(folder, pathname) {
  try {
    const root = fs.realpathSync(folder);
    const wanted = fs.realpathSync(path.join(root, decodeURIComponent(pathname)));
    const within = wanted.startsWith(root + path.sep) && fs.statSync(wanted).isFile();
    return within ? wanted : undefined;
  } catch {
    return undefined;
  }
}
