import {
  behaviors,
  dataLayers,
  EmbeddedScene,
  LocalValueVariable,
  SceneControlsSpacer,
  SceneDataLayerSet,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
} from '@grafana/scenes';
import { isRow, type Dashboard, type Panel, type RowPanel } from './dashboard-json';
import { RepeatedRow } from './repeated-row';
import { variable } from './variables';

/** The live counterpart of a dashboard's JSON. */
export function toScene(dashboard: Dashboard): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({
      from: dashboard.time?.from ?? 'now-6h',
      to: dashboard.time?.to ?? 'now',
      timeZone: dashboard.timezone ?? 'browser',
    }),
    $variables: new SceneVariableSet({
      variables: (dashboard.templating?.list ?? []).map(variable),
    }),
    $data: new SceneDataLayerSet({
      layers: (dashboard.annotations?.list ?? []).map(
        (query) =>
          new dataLayers.AnnotationsDataLayer({
            name: query.name,
            query: query as never,
            isEnabled: query.enable,
            isHidden: query.hide ?? false,
          }),
      ),
    }),
    $behaviors: [
      new behaviors.CursorSync({ sync: dashboard.graphTooltip as never }),
      new behaviors.SceneQueryController(),
    ],
    controls: [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({}),
      new SceneRefreshPicker({
        refresh: dashboard.refresh ?? '',
        intervals: dashboard.timepicker?.refresh_intervals,
      }),
    ],
    body: grid(dashboard.panels as Array<Panel | RowPanel>),
  });
}

/** The panels in their places; a repeated row is the last one, and is filled in when its values are known. */
function grid(panels: Array<Panel | RowPanel>): SceneGridLayout {
  const last = panels.at(-1);
  const repeated = last && isRow(last) && last.repeat ? last : undefined;
  return new SceneGridLayout({
    isDraggable: false,
    isResizable: false,
    isLazy: false,
    children: gridChildren(repeated ? panels.slice(0, -1) : panels),
    ...(repeated
      ? {
          $behaviors: [
            new RepeatedRow({
              variable: repeated.repeat!,
              make: (value, index) => repeatedRow(repeated, value, index),
            }),
          ],
        }
      : {}),
  });
}

function repeatedRow(row: RowPanel, value: string, index: number): SceneGridRow {
  const suffix = `-${index}`;
  return new SceneGridRow({
    key: `row-${row.id}${suffix}`,
    title: row.title ?? '',
    isCollapsed: true,
    y: (row.gridPos?.y ?? 0) + index,
    $variables: new SceneVariableSet({
      variables: [new LocalValueVariable({ name: row.repeat!, value, text: value })],
    }),
    children: row.panels.map((inner) => item(inner as Panel, suffix)),
  });
}

/** Panels belong to the row above them, as they do in Grafana. */
function gridChildren(panels: Array<Panel | RowPanel>): Array<SceneGridItem | SceneGridRow> {
  const children: Array<SceneGridItem | SceneGridRow> = [];
  let row: SceneGridRow | undefined;
  for (const panel of panels) {
    if (isRow(panel)) {
      row = new SceneGridRow({
        key: `row-${panel.id}`,
        title: panel.title ?? '',
        isCollapsed: panel.collapsed,
        y: panel.gridPos?.y ?? 0,
        children: panel.panels.map((inner) => item(inner as Panel)),
      });
      children.push(row);
    } else if (row) {
      row.setState({ children: [...row.state.children, item(panel)] });
    } else {
      children.push(item(panel));
    }
  }
  return children;
}

function item(panel: Panel, suffix = ''): SceneGridItem {
  const { x = 0, y = 0, w = 12, h = 8 } = panel.gridPos ?? {};
  return new SceneGridItem({
    key: `item-${panel.id}${suffix}`,
    x,
    y,
    width: w,
    height: h,
    isDraggable: false,
    isResizable: false,
    body: vizPanel(panel, suffix),
  });
}

function vizPanel(panel: Panel, suffix: string): VizPanel {
  const queries = panel.targets?.length
    ? new SceneQueryRunner({
        queries: panel.targets as never,
        datasource: panel.datasource,
        maxDataPoints: panel.maxDataPoints,
        maxDataPointsFromWidth: true,
      })
    : undefined;
  const data =
    queries && panel.transformations?.length
      ? new SceneDataTransformer({
          $data: queries,
          transformations: panel.transformations as never,
        })
      : queries;
  return new VizPanel({
    key: `panel-${panel.id}${suffix}`,
    pluginId: panel.type,
    title: panel.title ?? '',
    description: panel.description,
    options: panel.options ?? {},
    fieldConfig: panel.fieldConfig as never,
    ...(data ? { $data: data } : {}),
  });
}
