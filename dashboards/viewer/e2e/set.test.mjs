import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { TRACE } from './fake-prometheus.mjs';
import { previewInBrowser } from './harness.mjs';

const CHOICES = '?var-step=15s&var-workflow=research&from=now-30m&to=now';
const SET = fs.readdirSync('../grafana').map((name) => name.replace('.json', ''));

/** Panels of a dashboard's open rows, then of its closed ones, of repeated rows for one value. */
function panels(uid) {
  const all = JSON.parse(fs.readFileSync(`../grafana/${uid}.json`, 'utf8')).panels;
  const inside = all.flatMap((row) => row.panels ?? []);
  return [all.filter(({ type }) => type !== 'row').length, inside.length];
}

describe('the set of dashboards', () => {
  const preview = previewInBrowser();

  for (const uid of SET) {
    it(`shows data in every panel of ${uid}, and no error on the page or in the console`, async () => {
      const [open, closed] = panels(uid);
      const shown = await preview.visit(`/d/${uid}${CHOICES}`);
      assert.equal(shown.filter(({ kind }) => kind === 'panel').length, open);
      // The page may ask twice when a variable gets its values; Grafana counts each once.
      const asked = new Set(preview.state.asked.map(({ path, query }) => `${path} ${query}`));
      const queries = [...asked].filter((one) => !one.includes('query_exemplars')).length;
      assert.ok(queries <= 30, `${queries} queries before anything was opened`);
      const states = await preview.openRows();
      assert.equal(states.filter(({ kind }) => kind === 'panel').length, open + closed);
      assert.deepEqual(
        states.filter(({ state, rows }) => state !== 'done' || rows === 0),
        [],
      );
      assert.deepEqual(preview.problems, []);
    });

    it(`leads from ${uid} to all the others, with time and choices`, async () => {
      await preview.visit(`/d/${uid}${CHOICES}`);
      const hrefs = await preview.page
        .locator('.preview-others a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.deepEqual(
        hrefs.map((href) => new URL(href, preview.origin).pathname).sort(),
        SET.map((other) => `/d/${other}`).sort(),
      );
      for (const href of hrefs) {
        const { searchParams } = new URL(href, preview.origin);
        assert.equal(searchParams.get('var-workflow'), 'research');
        assert.equal(searchParams.get('var-step'), '15s');
        assert.equal(searchParams.get('from'), 'now-30m');
      }
    });
  }

  it('has a closed row for each chosen agent, which asks only when it is opened', async () => {
    const rows = () => preview.page.getByRole('button', { name: /What does .* do\?/ });
    await preview.visit(`/d/pitwall-agents${CHOICES}`);
    assert.deepEqual(await rows().allInnerTexts(), [
      'What does critic do?',
      'What does writer do?',
    ]);
    assert.ok(!preview.state.asked.some(({ query }) => query.includes('agent_name=~"writer"')));
    await rows().nth(1).click();
    await preview.settled();
    assert.ok(preview.state.asked.some(({ query }) => query.includes('agent_name=~"writer"')));
    await preview.visit(`/d/pitwall-agents${CHOICES}&var-agent=writer`);
    assert.deepEqual(await rows().allInnerTexts(), ['What does writer do?']);
  });

  it('leads from a point on a graph to its trace', async () => {
    await preview.visit(`/d/pitwall-agents${CHOICES}`);
    const point = preview.panel('Tool calls, 95 %').locator('.preview-exemplar').first();
    assert.equal(await point.getAttribute('href'), `/zipkin/traces/${TRACE}`);
  });

  it('shows who talks to whom as a matrix', async () => {
    await preview.visit(`/d/pitwall-handoffs${CHOICES}`);
    const text = await preview.panel('Who hands work to whom').innerText();
    assert.match(text, /To ↓\s+from →\s+pitwall_handoff_source-0\s+pitwall_handoff_source-1/);
    assert.match(text, /pitwall_handoff_target-1\s+–\s+1/);
  });
});
