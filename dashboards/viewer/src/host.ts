import {
  EventBusSrv,
  LoadingState,
  locationUtil,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type GrafanaTheme2,
  type PanelData,
} from '@grafana/data';
import {
  config,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setPluginComponentsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setRunRequest,
  setTemplateSrv,
  toDataQueryError,
} from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { DataTopic } from '@grafana/schema';
import { catchError, from, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';
import { NotSupported } from './dashboard-json';
import { PrometheusApi } from './prometheus/api';
import { PrometheusDataSource } from './prometheus/datasource';
import { fillRegistries } from './registries';

type DataSource = Pick<DataSourceApi, 'query'>;

/** Runs a query and reports loading only where the answer takes long enough to be noticed. */
function runRequest(source: DataSource, request: DataQueryRequest): Observable<PanelData> {
  const nothing: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range };
  if (!request.targets.length) {
    return of({ ...nothing, state: LoadingState.Done });
  }
  const answer = from(source.query(request)).pipe(
    map((response): PanelData => {
      const frames = response.data.map((frame) => toDataFrame(frame));
      const isMark = (frame: DataFrame) => frame.meta?.dataTopic === DataTopic.Annotations;
      return {
        ...nothing,
        request,
        state: response.state ?? LoadingState.Done,
        series: frames.filter((frame) => !isMark(frame)),
        annotations: frames.filter(isMark),
        errors: response.errors,
        error: response.errors?.[0],
      };
    }),
    catchError((problem: unknown) => {
      const error = toDataQueryError(problem as Error);
      return of<PanelData>({ ...nothing, state: LoadingState.Error, error, errors: [error] });
    }),
    share(),
  );
  return merge(
    timer(200).pipe(
      map(() => nothing),
      takeUntil(answer),
    ),
    answer,
  );
}

function settings(name: string, type: string, isDefault: boolean): DataSourceInstanceSettings {
  const uid = name.toLowerCase();
  const meta = { id: type, name, type: 'datasource', metrics: true, annotations: true };
  return { id: 1, uid, type, name, isDefault, meta, jsonData: {}, readOnly: true } as never;
}

/** Puts in place the services that Grafana's application gives to its libraries. */
export function installHost(theme: GrafanaTheme2, scene: () => SceneObject | undefined): void {
  fillRegistries();
  const prometheus = new PrometheusDataSource(new PrometheusApi('/prom'));
  const sources = [settings('Prometheus', 'prometheus', true), settings('Zipkin', 'tempo', false)];
  Object.assign(config, {
    theme2: theme,
    bootData: { user: { orgRole: 'Viewer' }, settings: {}, navTree: [] },
    publicDashboardAccessToken: '',
    datasources: Object.fromEntries(sources.map((source) => [source.name, source])),
    defaultDatasource: 'Prometheus',
  });
  locationUtil.initialize({
    config: config as never,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-1h', to: 'now' }),
  });
  setRunRequest(runRequest as never);
  setAppEvents(new EventBusSrv());
  setBackendSrv(refusingBackend() as never);
  setDataSourceSrv({
    get: async () => prometheus,
    getList: (filters?: { pluginId?: string }) =>
      sources.filter((source) => !filters?.pluginId || source.type === filters.pluginId),
    getInstanceSettings: () => sources[0],
    reload() {},
    registerRuntimeDataSource() {},
  } as never);
  setTemplateSrv({
    getVariables: () => [],
    containsTemplate: (text?: string) => /\$/.test(text ?? ''),
    updateTimeRange() {},
    getAdhocFilters: () => [],
    replace(text: string, scoped?: Record<string, { value: unknown }>, format?: never) {
      const from = (
        scoped?.__sceneObject?.value as { valueOf(): SceneObject } | undefined
      )?.valueOf();
      const object = from ?? scene();
      return object ? sceneGraph.interpolate(object, text, scoped as never, format) : text;
    },
  } as never);
  setPluginImportUtils({
    importPanelPlugin: (id: string) =>
      Promise.reject(new NotSupported('plugin', `panels of type ${id}`)),
    getPanelPluginFromCache: () => undefined,
  } as never);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }) as never);
}

/** There is no Grafana server: whatever would ask one must fail where a reader sees it. */
function refusingBackend(): object {
  const refuse = (method: string | symbol) => () =>
    Promise.reject(new NotSupported(String(method), 'what only a Grafana server knows'));
  return new Proxy({}, { get: (_, method) => (method === 'then' ? undefined : refuse(method)) });
}
