import http from 'node:http';
import { after, afterEach, before, beforeEach } from 'node:test';
import { chromiumPath } from '../check/chromium.mjs';
import { openBrowser, settled } from '../check/inspect-page.mjs';
import { previewServer } from '../server/preview.mjs';
import { fakePrometheus } from './fake-prometheus.mjs';

const TIMEOUT_MS = 20_000;

const listen = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

/** A preview in a browser over a Prometheus that answers anything; a new page for each test. */
export function previewInBrowser() {
  const { server: prometheus, state } = fakePrometheus();
  const here = { state, origin: undefined, page: undefined, problems: undefined };
  let preview;
  let opened;

  before(async () => {
    preview = http.createServer(
      previewServer({
        prometheus: new URL(`http://127.0.0.1:${await listen(prometheus)}`),
        zipkin: new URL('http://127.0.0.1:9411'),
        dashboards: '../grafana',
        dist: 'dist',
      }),
    );
    here.origin = `http://127.0.0.1:${await listen(preview)}`;
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
    opened = await openBrowser({ chromium: chromiumPath(process.env) });
    Object.assign(here, { page: opened.page, problems: opened.problems });
  });
  afterEach(() => opened.browser.close());

  here.settled = async () => {
    await settled(here.page, TIMEOUT_MS);
    return here.page.evaluate(() => window.__panelStates());
  };
  here.visit = async (target) => {
    await here.page.goto(here.origin + target);
    return here.settled();
  };
  here.openRows = async () => {
    await here.page.evaluate(() => {
      window.__settledSince = undefined;
      window.__openRows();
    });
    return here.settled();
  };
  here.panel = (title) =>
    here.page.locator(`[data-testid="data-testid Panel header ${title}"]`).first();
  here.link = async (title, name) =>
    new URL(
      await here.panel(title).getByRole('link', { name }).first().getAttribute('href'),
      here.origin,
    );
  return here;
}
