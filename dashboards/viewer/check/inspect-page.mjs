import { chromium as browsers } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with one page, which remembers what went wrong on it. */
export async function openBrowser({ chromium, width = 1280, height = 1000 }) {
  const browser = await browsers.launch({ executablePath: chromium, args: ARGUMENTS });
  const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'UTC' });
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (problem) => problems.push(problem.message));
  return { browser, page, problems };
}

/** Waits until everything that asks Prometheus has been answered, and stays so for a moment. */
export async function settled(page, timeoutMs) {
  await page.waitForFunction(
    () => {
      if (document.querySelector('.preview-fatal')) {
        return true;
      }
      const states = window.__panelStates?.() ?? [];
      const done = states.length > 0 && states.every(({ state }) => state !== 'waiting');
      window.__settledSince = done ? (window.__settledSince ?? performance.now()) : undefined;
      return done && performance.now() - window.__settledSince > 500;
    },
    undefined,
    { timeout: timeoutMs, polling: 100 },
  );
}

/** Opens a page, waits, takes the picture of all of it, and reports. */
export async function inspectPage({ chromium, url, screenshot, width, openRows, timeoutMs }) {
  const { browser, page, problems } = await openBrowser({ chromium, width });
  try {
    const response = await page.goto(url);
    if (!response?.ok()) {
      problems.push(`${url} answered ${response?.status()}`);
    }
    await settled(page, timeoutMs).catch(() =>
      problems.push(`not everything was answered within ${timeoutMs / 1000} s`),
    );
    if (openRows) {
      await page.evaluate(() => {
        window.__settledSince = undefined;
        window.__openRows?.();
      });
      await settled(page, timeoutMs).catch(() => problems.push('an opened row was not answered'));
    }
    const states = await page.evaluate(() => window.__panelStates?.() ?? []);
    const fatal = await page.evaluate(() => document.querySelector('.preview-fatal')?.textContent);
    if (fatal) {
      problems.push(fatal);
    }
    if (screenshot) {
      const full = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: full });
      await page.screenshot({ path: screenshot, fullPage: true, animations: 'disabled' });
    }
    return { states, problems: [...new Set(problems)] };
  } finally {
    await browser.close();
  }
}

/** One line for each thing on the page, and one for each problem of the page itself. */
export function verdicts({ states, problems }, expected) {
  const lines = states.map((one) => ({
    title: `${one.kind} ${one.title}`,
    ...judge(one, expected),
  }));
  if (!states.length) {
    lines.push({ verdict: 'failed', title: 'page', detail: 'shows no panel' });
  }
  return [...lines, ...problems.map((detail) => ({ verdict: 'failed', title: 'console', detail }))];
}

function judge({ title, state, series, rows, error }, expected) {
  if (error || state !== 'done') {
    return { verdict: 'failed', detail: error ?? state };
  }
  if (rows > 0) {
    return { verdict: 'ok', detail: `${series} series, ${rows} rows` };
  }
  const reason = expected.get(title);
  return reason === undefined
    ? { verdict: 'failed', detail: 'empty, and not expected to be' }
    : { verdict: 'empty', detail: reason };
}
