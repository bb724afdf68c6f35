import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { chromiumPath } from '../check/chromium.mjs';
import { expectedEmpty } from '../check/expected-empty.mjs';
import { verdicts } from '../check/inspect-page.mjs';
import { options, UsageError } from '../server/options.mjs';

const panel = (more) => ({
  kind: 'panel',
  title: 'P',
  state: 'done',
  series: 1,
  rows: 2,
  ...more,
});
const verdict = (state, expected = new Map(), problems = []) =>
  verdicts({ states: [state], problems }, expected).map((line) => line.verdict);

describe('the check of a page', () => {
  it('passes a panel with data', () => assert.deepEqual(verdict(panel()), ['ok']));

  it('fails an empty panel unless it is listed with a reason', () => {
    const empty = panel({ series: 0, rows: 0 });
    assert.deepEqual(verdict(empty), ['failed']);
    assert.deepEqual(verdict(empty, new Map([['P', 'healthy']])), ['empty']);
  });

  it('fails a panel in error or still waiting, even a listed one', () => {
    const listed = new Map([['P', 'healthy']]);
    assert.deepEqual(verdict(panel({ error: 'bad query' }), listed), ['failed']);
    assert.deepEqual(verdict(panel({ state: 'waiting' }), listed), ['failed']);
  });

  it('fails on what the console says and on a page without panels', () => {
    assert.deepEqual(verdict(panel(), undefined, ['boom']), ['ok', 'failed']);
    assert.deepEqual(
      verdicts({ states: [], problems: [] }, new Map()).map((line) => line.verdict),
      ['failed'],
    );
  });

  it('reads the committed list and wants a reason for each title', () => {
    assert.ok(expectedEmpty('../expected-empty.json').size > 0);
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'empty-')), 'list.json');
    fs.writeFileSync(file, '[{"title":"P"}]');
    assert.throws(() => expectedEmpty(file), /needs a title and a reason/);
  });

  it('names the command that installs a missing browser', () => {
    assert.throws(() => chromiumPath({ PATH: '/nowhere' }), /apt-get install chromium/);
    assert.throws(() => chromiumPath({ CHROMIUM: '/nowhere' }), /CHROMIUM names/);
  });
});

describe('the command line', () => {
  const given = ['--port', '0', '--prometheus', 'http://127.0.0.1:9090', '--dashboards', '.'];

  it('reads addresses, port and folder', () => {
    assert.equal(options(given).prometheus.host, '127.0.0.1:9090');
    assert.equal(options(given).zipkin, undefined);
  });

  it('says what is wrong and what is allowed', () => {
    const wrong = (...argv) =>
      assert.throws(
        () => options(argv),
        (problem) => problem instanceof UsageError && problem.message.includes('--'),
      );
    wrong();
    wrong(...given, '--oops');
    wrong(...given, '--port', '99999');
    wrong(...given, '--prometheus', 'ftp://x');
    wrong(...given, '--dashboards', './not-there');
  });
});
