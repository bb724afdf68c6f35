import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { previewInBrowser } from './harness.mjs';

const OVERVIEW = '/d/pitwall-overview?var-step=15s&from=now-30m&to=now';

describe('the page of the overview', () => {
  const preview = previewInBrowser();
  const { state, visit, panel, link } = preview;

  it('says on the page that it is a preview, and where to read on', async () => {
    await visit(OVERVIEW);
    const mark = preview.page.locator('.preview-mark');
    assert.match(
      await mark.innerText(),
      /Preview – rendered with Grafana's libraries, not a Grafana server/,
    );
    await mark.getByRole('link').click();
    assert.match(await preview.page.locator('body').innerText(), /provisioning/);
  });

  it('asks again, narrowed, when a variable is chosen', async () => {
    await visit(OVERVIEW);
    state.asked.length = 0;
    const choice = preview.page
      .getByTestId('data-testid template variable')
      .filter({ hasText: 'Workflow' });
    await choice.locator('input').focus();
    await preview.page.keyboard.press('ArrowDown');
    await preview.page.getByRole('option', { name: 'research' }).click();
    await preview.page.mouse.click(2, 2);
    await preview.page.waitForFunction(() => location.search.includes('var-workflow=research'));
    await preview.settled();
    const narrowed = state.asked.filter(({ query }) =>
      query.includes('gen_ai_workflow_name=~"research"'),
    );
    assert.ok(narrowed.length >= 15, `${narrowed.length} queries were narrowed`);
    assert.ok(state.asked.some(({ path }) => path.endsWith('/label/gen_ai_agent_name/values')));
    const others = preview.page.locator('.preview-others a[href*="pitwall-quality"]');
    assert.match(await others.getAttribute('href'), /var-workflow=research.*|from=now-30m/);
  });

  it('takes variables from the address, as Grafana does', async () => {
    await visit(`${OVERVIEW}&var-workflow=research&var-agent=writer&var-agent=critic&var-job=a.b`);
    const query = state.asked.find(({ query: text }) => text.includes('pitwall_tokens_used_total'));
    assert.match(query.query, /gen_ai_workflow_name=~"research"/);
    assert.match(query.query, /gen_ai_agent_name=~"\(writer\|critic\)"/);
    assert.match(query.query, /job=~"a\\\\.b"/);
    assert.match(query.query, /\[60s\]/);
  });

  it('links a finding to its traces, its log, its runbook and the narrowed dashboards', async () => {
    await visit(`${OVERVIEW}&var-cluster=blue&var-runbooks=http://127.0.0.1:1/runbooks`);
    const findings = 'Open findings now';
    await panel(findings).getByText('run-1').click();
    const menu = async (name) =>
      new URL(
        await preview.page.getByRole('link', { name }).first().getAttribute('href'),
        preview.origin,
      );
    const traces = await menu(/in Tempo/);
    assert.equal(traces.pathname, '/explore');
    const { t: pane } = JSON.parse(traces.searchParams.get('panes'));
    assert.equal(pane.queries[0].query, '{ span.pitwall.run.id = "run-1" }');
    assert.equal(pane.datasource, 'zipkin');
    const { t: log } = JSON.parse((await menu(/in Loki/)).searchParams.get('panes'));
    assert.equal(log.queries[0].expr, '{service_name=~"..*"} | pitwall_run_id = "run-1"');
    const { t: jaeger } = JSON.parse((await menu(/in Jaeger/)).searchParams.get('panes'));
    assert.equal(jaeger.queries[0].tags, 'pitwall.run.id=run-1');
    assert.equal(
      (await menu(/in Zipkin/)).searchParams.get('annotationQuery'),
      'pitwall.run.id=run-1',
    );
    assert.equal(
      String(await link(findings, 'pitwallagentloop')),
      'http://127.0.0.1:1/runbooks/pitwallagentloop',
    );
    const workflow = await link(findings, 'research');
    assert.equal(workflow.pathname, '/d/pitwall-workflow');
    assert.equal(workflow.searchParams.get('var-workflow'), 'research');
    assert.equal(workflow.searchParams.get('var-cluster'), 'blue');
    assert.equal(workflow.searchParams.get('var-step'), '15s');
    assert.equal(workflow.searchParams.get('from'), 'now-30m');
    const agent = await link(findings, 'writer');
    assert.equal(agent.pathname, '/d/pitwall-agents');
    assert.equal(agent.searchParams.get('var-agent'), 'writer');
  });

  it('leads from a number to the dashboard that explains it', async () => {
    await visit(`${OVERVIEW}&var-workflow=research`);
    const href = await panel('Open findings')
      .getByTestId('data-testid Data link')
      .getAttribute('href');
    const target = new URL(href, preview.origin);
    assert.equal(target.pathname, '/d/pitwall-conflicts');
    assert.equal(target.searchParams.get('var-workflow'), 'research');
  });

  it('marks findings, alerts and deployments on the graphs', async () => {
    await visit(OVERVIEW);
    const marks = panel('Open runs by workflow').locator('.preview-event');
    const titles = await marks.evaluateAll((all) => all.map((mark) => mark.title));
    assert.ok(titles.some((title) => /\nloop\n(publishing-desk|research)/.test(title)));
    assert.ok(titles.some((title) => /PitwallAgentLoop \(warning\)/.test(title)));
    assert.ok(titles.some((title) => /Started: newsroom\/desk/.test(title)));
  });

  it('says what it means that there is nothing', async () => {
    state.empty = true;
    const states = await visit(OVERVIEW);
    assert.ok(states.every(({ state: phase }) => phase === 'done'));
    assert.match(await panel('Open findings now').innerText(), /No open finding/);
    assert.match(await panel('Open findings').innerText(), /No service reports/);
    assert.match(await panel('Workflows').innerText(), /No run has ended/);
    assert.deepEqual(preview.problems, []);
  });

  it('shows which panel failed and why', async () => {
    state.failing = 'pitwall_evaluation_score';
    const states = await visit(OVERVIEW);
    const failed = states.filter(({ state: phase }) => phase === 'error');
    assert.deepEqual(
      failed.map(({ title, error }) => [title, error]),
      [['Mean score by evaluator', 'made to fail']],
    );
  });

  it('refuses what it does not know instead of showing an empty page', async () => {
    await preview.page.goto(`${preview.origin}/d/no-such-dashboard`);
    await preview.page.locator('.preview-fatal').waitFor();
    assert.match(await preview.page.locator('.preview-fatal').innerText(), /no such dashboard/);
  });

  it('is light or dark as the address says', async () => {
    const colors = [];
    for (const theme of ['dark', 'light']) {
      await visit(`${OVERVIEW}&theme=${theme}`);
      colors.push(
        await preview.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      );
    }
    assert.notEqual(colors[0], colors[1]);
  });
});
