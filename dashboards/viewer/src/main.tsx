import { createTheme } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import type { EmbeddedScene } from '@grafana/scenes';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { requireSupported, type Dashboard } from './dashboard-json';
import { installHost } from './host';
import { DashboardPage, ListPage, type Listed } from './page';
import { registerPanels } from './panels/register';
import { toScene } from './scene';
import { openRows, panelStates, type PanelState } from './states';

declare global {
  interface Window {
    __panelStates?: () => PanelState[];
    __openRows?: () => void;
  }
}

const root = document.getElementById('root')!;

function show(page: ReactNode): void {
  createRoot(root).render(page);
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as T;
}

async function main(): Promise<void> {
  const mode = new URLSearchParams(location.search).get('theme') === 'light' ? 'light' : 'dark';
  const theme = createTheme({ colors: { mode } });
  document.body.style.background = theme.colors.background.canvas;
  document.body.style.color = theme.colors.text.primary;
  document.documentElement.style.colorScheme = mode;
  await initPluginTranslations('grafana');
  let scene: EmbeddedScene | undefined;
  installHost(theme, () => scene);
  registerPanels();
  const [, uid] = /^\/d\/([^/]+)/.exec(location.pathname) ?? [];
  const all = await json<Listed[]>('/api/dashboards');
  if (!uid) {
    show(<ListPage theme={theme} dashboards={all} />);
    return;
  }
  const dashboard = requireSupported(await json<Dashboard>(`/api/dashboards/${uid}`));
  document.title = `${dashboard.title} – preview`;
  const live = toScene(dashboard);
  scene = live;
  window.__panelStates = () => panelStates(live);
  window.__openRows = () => openRows(live);
  show(<DashboardPage theme={theme} dashboard={dashboard} others={all} scene={live} />);
}

main().catch((problem: Error) => {
  root.className = 'preview-fatal';
  root.textContent = problem.message;
  console.error(problem);
});
