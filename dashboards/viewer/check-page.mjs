// Opens a page of the preview and tells what became of every panel, annotation and variable:
// node check-page.mjs --url URL [--expected-empty FILE] [--screenshot FILE] [--width 1280] [--open-rows]
// Exits with 1 if one failed, is empty and not expected to be, or the console shows an error.
import { parseArgs } from 'node:util';
import { inspectPage, verdicts } from './check/inspect-page.mjs';
import { chromiumPath } from './check/chromium.mjs';
import { expectedEmpty } from './check/expected-empty.mjs';

const USAGE =
  'usage: node check-page.mjs --url URL [--expected-empty FILE] [--screenshot FILE] [--width 1280] [--timeout-seconds 30] [--open-rows]';

const MARKS = { ok: 'ok   ', empty: 'empty', failed: 'FAIL ' };

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'expected-empty': { type: 'string' },
      screenshot: { type: 'string' },
      width: { type: 'string', default: '1280' },
      'timeout-seconds': { type: 'string', default: '30' },
      'open-rows': { type: 'boolean', default: false },
    },
  });
  if (!values.url) {
    throw new Error(`--url is missing\n${USAGE}`);
  }
  const expected = expectedEmpty(values['expected-empty']);
  const page = await inspectPage({
    chromium: chromiumPath(process.env),
    url: values.url,
    screenshot: values.screenshot,
    width: Number(values.width),
    openRows: values['open-rows'],
    timeoutMs: Number(values['timeout-seconds']) * 1000,
  });
  const lines = verdicts(page, expected);
  for (const { verdict, title, detail } of lines) {
    console.log(`${MARKS[verdict]} ${title}: ${detail}`);
  }
  const failed = lines.filter(({ verdict }) => verdict === 'failed').length;
  console.log(`${lines.length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (problem) => {
    console.error(`check-page.mjs: ${problem.message}`);
    process.exit(2);
  },
);
