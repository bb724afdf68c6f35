import { LoadingState } from '@grafana/schema';
import {
  dataLayers,
  QueryVariable,
  SceneGridRow,
  sceneGraph,
  VizPanel,
  type EmbeddedScene,
  type SceneObject,
} from '@grafana/scenes';

/** What became of one panel, annotation or variable; for tests and for the check of the demo. */
export interface PanelState {
  kind: 'panel' | 'annotation' | 'variable';
  title: string;
  type: string;
  state: 'waiting' | 'done' | 'error';
  /** Frames of a panel, values of a variable. */
  series: number;
  rows: number;
  error?: string;
}

const find = <T extends SceneObject>(
  scene: EmbeddedScene,
  type: abstract new (...a: never[]) => T,
) => sceneGraph.findAllObjects(scene, (object) => object instanceof type) as T[];

function phase(state: LoadingState | undefined): PanelState['state'] {
  switch (state) {
    case LoadingState.Done:
      return 'done';
    case LoadingState.Error:
      return 'error';
    default:
      return 'waiting';
  }
}

function panel(viz: VizPanel): PanelState {
  const { pluginId: type, _pluginLoadError: broken } = viz.state;
  const title = sceneGraph.interpolate(viz, viz.state.title, undefined, 'text');
  const subject = { kind: 'panel' as const, title, type };
  if (broken) {
    return { ...subject, state: 'error', series: 0, rows: 0, error: broken };
  }
  if (!viz.state.$data) {
    return { ...subject, state: 'done', series: 1, rows: 1 };
  }
  const data = viz.state.$data.state.data;
  const filled = (data?.series ?? []).filter((frame) => frame.length > 0);
  return {
    ...subject,
    state: phase(data?.state),
    series: filled.length,
    rows: filled.reduce((rows, frame) => rows + frame.length, 0),
    ...(data?.errors?.length ? { error: data.errors.map((one) => one.message).join('; ') } : {}),
  };
}

function annotation(layer: dataLayers.AnnotationsDataLayer): PanelState {
  const data = layer.state.data;
  const rows = (data?.series ?? []).reduce((sum, frame) => sum + frame.length, 0);
  return {
    kind: 'annotation',
    title: layer.state.name,
    type: 'annotation',
    state: phase(data?.state),
    series: rows ? 1 : 0,
    rows,
    ...(data?.errors?.length ? { error: data.errors.map((one) => one.message).join('; ') } : {}),
  };
}

function variable(query: QueryVariable): PanelState {
  const { name, options, error, loading } = query.state;
  return {
    kind: 'variable',
    title: name,
    type: 'variable',
    state: error ? 'error' : loading ? 'waiting' : 'done',
    series: options.length,
    rows: options.length,
    ...(error ? { error: String(error) } : {}),
  };
}

/** Whether a panel is in a row that the reader has not opened: it has asked nothing. */
function isHidden(viz: VizPanel): boolean {
  const row = viz.parent?.parent;
  return row instanceof SceneGridRow && row.state.isCollapsed === true;
}

/** Opens every row, of rows that are repeated the first; for tests and for the check of the demo. */
export function openRows(scene: EmbeddedScene): void {
  let repeated = false;
  for (const row of find(scene, SceneGridRow)) {
    const again = repeated && row.state.$variables !== undefined;
    repeated ||= row.state.$variables !== undefined;
    if (row.state.isCollapsed && !again) {
      row.onCollapseToggle();
    }
  }
}

/** The state of everything on the page that asks Prometheus. */
export function panelStates(scene: EmbeddedScene): PanelState[] {
  return [
    ...find(scene, QueryVariable).map(variable),
    ...find(scene, dataLayers.AnnotationsDataLayer).map(annotation),
    ...find(scene, VizPanel)
      .filter((viz) => !isHidden(viz))
      .map(panel),
  ];
}
