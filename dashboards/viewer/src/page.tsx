import { GrafanaTheme2, ThemeContext } from '@grafana/data';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { UrlSyncContextProvider, type EmbeddedScene } from '@grafana/scenes';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { Router, useLocation } from 'react-router-dom';
import type { Dashboard } from './dashboard-json';

/** A dashboard as the list of them tells it. */
export interface Listed {
  uid: string;
  title: string;
  description: string;
  tags: string[];
}

const IMPORT = '/how-to-import';

/** Keeps React's router and Grafana's address bar together. */
function AddressBar({ children }: { children: ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen((next: typeof location) => setLocation(next)), [history]);
  return (
    <Router location={location} navigator={history as never}>
      {children}
    </Router>
  );
}

/** What is on every page, so that nobody takes it for a Grafana server. */
function PreviewMark() {
  return (
    <span className="preview-mark">
      Preview – rendered with Grafana&apos;s libraries, not a Grafana server.{' '}
      <a href={IMPORT}>How to import this into Grafana</a>
    </span>
  );
}

function Frame({ theme, children }: { theme: GrafanaTheme2; children: ReactNode }) {
  return (
    <ThemeContext.Provider value={theme}>
      <LocationServiceProvider service={locationService}>
        <AddressBar>
          <GlobalStyles />
          <main className="preview-page">{children}</main>
          <PortalContainer />
        </AddressBar>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}

/** What a dashboard's links lead to: the others with its tag, with the choices made here. */
function Others({ links, all }: { links: Dashboard['links']; all: Listed[] }) {
  const { search } = useLocation();
  return links?.map((link) => (
    <nav key={link.title} className="preview-others" aria-label={link.title}>
      {all
        .filter(({ tags }) => link.tags.every((tag) => tags.includes(tag)))
        .map(({ uid, title }) => (
          <a
            key={uid}
            href={`/d/${uid}${search}`}
            aria-current={location.pathname === `/d/${uid}` ? 'page' : undefined}
          >
            {title.replace(/^.* \/ /, '')}
          </a>
        ))}
    </nav>
  ));
}

/** A dashboard with its variables, time range and panels. */
export function DashboardPage(props: {
  theme: GrafanaTheme2;
  dashboard: Dashboard;
  others: Listed[];
  scene: EmbeddedScene;
}) {
  const { theme, dashboard, others, scene } = props;
  return (
    <Frame theme={theme}>
      <header className="preview-head">
        <h1>{dashboard.title}</h1>
        <p>{dashboard.description}</p>
        <PreviewMark />
      </header>
      <Others links={dashboard.links} all={others} />
      <UrlSyncContextProvider scene={scene} updateUrlOnInit={false}>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </Frame>
  );
}

/** The dashboards that there are. */
export function ListPage(props: { theme: GrafanaTheme2; dashboards: Listed[] }) {
  return (
    <Frame theme={props.theme}>
      <header className="preview-head">
        <h1>Dashboards</h1>
        <PreviewMark />
      </header>
      <ul className="preview-list">
        {props.dashboards.map(({ uid, title, description }) => (
          <li key={uid}>
            <a href={`/d/${uid}${location.search}`}>{title}</a> – {description}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
