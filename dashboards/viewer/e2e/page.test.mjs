import assert from 'node:assert/strict';
import http from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromiumPath } from '../check/chromium.mjs';
import { openBrowser, settled } from '../check/inspect-page.mjs';
import { previewServer } from '../server/preview.mjs';
import { fakePrometheus } from './fake-prometheus.mjs';

const TIMEOUT_MS = 20_000;
const OVERVIEW = '/d/pitwall-overview?var-step=15s&from=now-30m&to=now';

const listen = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

describe('the page of the overview', () => {
  const { server: prometheus, state } = fakePrometheus();
  let preview;
  let origin;
  let open;

  before(async () => {
    preview = http.createServer(
      previewServer({
        prometheus: new URL(`http://127.0.0.1:${await listen(prometheus)}`),
        zipkin: new URL('http://127.0.0.1:9411'),
        dashboards: '../grafana',
        dist: 'dist',
      }),
    );
    origin = `http://127.0.0.1:${await listen(preview)}`;
  });
  after(() => {
    preview.closeAllConnections();
    preview.close();
    prometheus.closeAllConnections();
    prometheus.close();
  });
  beforeEach(async () => {
    Object.assign(state, { failing: undefined, empty: false });
    state.asked.length = 0;
    open = await openBrowser({ chromium: chromiumPath(process.env) });
  });
  afterEach(() => open.browser.close());

  const visit = async (target = OVERVIEW) => {
    await open.page.goto(origin + target);
    await settled(open.page, TIMEOUT_MS);
    return open.page.evaluate(() => window.__panelStates());
  };
  const panel = (title) =>
    open.page.locator(`[data-testid="data-testid Panel header ${title}"]`).first();
  const link = async (title, name) =>
    new URL(await panel(title).getByRole('link', { name }).first().getAttribute('href'), origin);

  it('shows data in every panel, without an error on the page or in the console', async () => {
    const states = await visit();
    const wrong = states.filter(({ state: phase, rows }) => phase !== 'done' || rows === 0);
    assert.deepEqual(wrong, []);
    assert.equal(states.filter(({ kind }) => kind === 'panel').length, 20);
    assert.deepEqual(open.problems, []);
  });

  it('says on the page that it is a preview, and where to read on', async () => {
    await visit();
    const mark = open.page.locator('.preview-mark');
    assert.match(
      await mark.innerText(),
      /Preview – rendered with Grafana's libraries, not a Grafana server/,
    );
    await mark.getByRole('link').click();
    assert.match(await open.page.locator('body').innerText(), /provisioning/);
  });

  it('asks again, narrowed, when a variable is chosen', async () => {
    await visit();
    state.asked.length = 0;
    const choice = open.page
      .getByTestId('data-testid template variable')
      .filter({ hasText: 'Workflow' });
    await choice.locator('input').focus();
    await open.page.keyboard.press('ArrowDown');
    await open.page.getByRole('option', { name: 'research' }).click();
    await open.page.mouse.click(2, 2);
    await open.page.waitForFunction(() => location.search.includes('var-workflow=research'));
    await settled(open.page, TIMEOUT_MS);
    const narrowed = state.asked.filter(({ query }) =>
      query.includes('gen_ai_workflow_name=~"research"'),
    );
    assert.ok(narrowed.length >= 15, `${narrowed.length} queries were narrowed`);
    assert.ok(state.asked.some(({ path }) => path.endsWith('/label/gen_ai_agent_name/values')));
  });

  it('takes variables from the address, as Grafana does', async () => {
    await visit(`${OVERVIEW}&var-workflow=research&var-agent=writer&var-agent=critic&var-job=a.b`);
    const query = state.asked.find(({ query: text }) => text.includes('pitwall_tokens_used_total'));
    assert.match(query.query, /gen_ai_workflow_name=~"research"/);
    assert.match(query.query, /gen_ai_agent_name=~"\(writer\|critic\)"/);
    assert.match(query.query, /job=~"a\\\\.b"/);
    assert.match(query.query, /\[60s\]/);
  });

  it('links a finding to its traces, its runbook and the narrowed dashboard', async () => {
    await visit(`${OVERVIEW}&var-cluster=blue&var-runbooks=http://127.0.0.1:1/runbooks`);
    const findings = 'Open findings now';
    const traces = await link(findings, 'run-1');
    assert.equal(traces.pathname, '/explore');
    const { t: pane } = JSON.parse(traces.searchParams.get('panes'));
    assert.equal(pane.queries[0].query, '{ span.pitwall.run.id = "run-1" }');
    assert.equal(pane.datasource, 'zipkin');
    assert.equal(
      String(await link(findings, 'pitwallagentloop')),
      'http://127.0.0.1:1/runbooks/pitwallagentloop',
    );
    const narrowed = (await link(findings, 'research')).searchParams;
    assert.equal(narrowed.get('var-workflow'), 'research');
    assert.equal(narrowed.get('var-cluster'), 'blue');
    assert.equal(narrowed.get('var-step'), '15s');
    assert.ok(narrowed.has('from') && narrowed.has('to'));
  });

  it('marks findings and alerts on the graphs', async () => {
    await visit();
    const marks = panel('Open runs by workflow').locator('.preview-event');
    assert.ok((await marks.count()) >= 2);
    assert.match(await marks.first().getAttribute('title'), /loop: (writer|critic)/);
  });

  it('says what it means that there is nothing', async () => {
    state.empty = true;
    const states = await visit();
    assert.ok(states.every(({ state: phase }) => phase === 'done'));
    assert.match(await panel('Open findings now').innerText(), /No open finding/);
    assert.match(await panel('Open findings').innerText(), /No service reports/);
    assert.match(await panel('Live runs').innerText(), /pitwall\.live-runs\.max/);
    assert.deepEqual(open.problems, []);
  });

  it('shows which panel failed and why', async () => {
    state.failing = 'pitwall_gates_decided_total';
    const states = await visit();
    const failed = states.filter(({ state: phase }) => phase === 'error');
    assert.deepEqual(
      failed.map(({ title, error }) => [title, error]),
      [['Gate verdicts', 'made to fail']],
    );
  });

  it('refuses what it does not know instead of showing an empty page', async () => {
    await open.page.goto(`${origin}/d/no-such-dashboard`);
    await open.page.locator('.preview-fatal').waitFor();
    assert.match(await open.page.locator('.preview-fatal').innerText(), /no such dashboard/);
  });

  it('is light or dark as the address says', async () => {
    const colors = [];
    for (const theme of ['dark', 'light']) {
      await visit(`${OVERVIEW}&theme=${theme}`);
      colors.push(await open.page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    assert.notEqual(colors[0], colors[1]);
  });
});
