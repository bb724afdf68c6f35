import {
  FieldColorModeId,
  FieldConfigProperty,
  identityOverrideProcessor,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { sceneUtils } from '@grafana/scenes';
import type { ComponentType } from 'react';
import { Bars, Stat } from './single';
import { TablePanel } from './table';
import { TextPanel } from './text';
import { TimeSeriesPanel } from './timeseries';

type Defaults = Record<string, unknown>;

interface Kind {
  id: string;
  component: ComponentType<PanelProps>;
  options: Defaults;
  /** The panel's own options of a field. */
  custom?: Defaults;
  /** Series take colours from a palette and not from thresholds. */
  palette?: boolean;
  noQuery?: boolean;
}

const LEGEND = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };
const LATEST = { calcs: ['lastNotNull'], fields: '', values: false };

const KINDS: Kind[] = [
  {
    id: 'stat',
    component: Stat,
    options: {
      reduceOptions: LATEST,
      orientation: 'auto',
      colorMode: 'value',
      graphMode: 'area',
      justifyMode: 'auto',
      textMode: 'auto',
      text: {},
    },
  },
  {
    id: 'bargauge',
    component: Bars,
    options: {
      reduceOptions: LATEST,
      orientation: 'auto',
      displayMode: 'gradient',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      text: {},
    },
  },
  {
    id: 'table',
    component: TablePanel,
    options: { showHeader: true, cellHeight: 'sm', frameIndex: 0 },
    custom: {
      align: 'auto',
      cellOptions: { type: 'auto' },
      inspect: false,
      width: undefined,
      minWidth: undefined,
      hideFrom: undefined,
    },
  },
  {
    id: 'timeseries',
    component: TimeSeriesPanel,
    palette: true,
    options: { legend: LEGEND, tooltip: { mode: 'single', sort: 'none' } },
    custom: {
      drawStyle: 'line',
      lineInterpolation: 'linear',
      lineWidth: 1,
      fillOpacity: 0,
      gradientMode: 'none',
      spanNulls: false,
      insertNulls: false,
      showPoints: 'auto',
      pointSize: 5,
      stacking: { mode: 'none', group: 'A' },
      axisPlacement: 'auto',
      axisLabel: '',
      axisSoftMin: undefined,
      axisSoftMax: undefined,
      axisColorMode: 'text',
      axisCenteredZero: false,
      scaleDistribution: { type: 'linear' },
      hideFrom: { tooltip: false, viz: false, legend: false },
      thresholdsStyle: { mode: 'off' },
    },
  },
  {
    id: 'text',
    component: TextPanel,
    noQuery: true,
    options: { mode: 'markdown', content: '' },
  },
];

const editors = (defaults: Defaults) =>
  Object.entries(defaults).map(([path, defaultValue]) => ({
    id: path,
    path,
    name: path,
    defaultValue,
    editor: () => null,
    override: () => null,
    process: identityOverrideProcessor,
    shouldApply: () => true,
  }));

function plugin(kind: Kind): PanelPlugin {
  const made = new PanelPlugin(kind.component);
  made.setDataSupport({ annotations: kind.id === 'timeseries', alertStates: false });
  made.setPanelOptions((builder) => {
    editors(kind.options).forEach((editor) => builder.addCustomEditor(editor as never));
  });
  made.useFieldConfig({
    useCustomConfig: (builder) =>
      editors(kind.custom ?? {}).forEach((editor) => builder.addCustomEditor(editor as never)),
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: {
          byValueSupport: true,
          bySeriesSupport: kind.palette ?? false,
          preferThresholdsMode: !kind.palette,
        },
        defaultValue: {
          mode: kind.palette ? FieldColorModeId.PaletteClassic : FieldColorModeId.Thresholds,
        },
      },
    },
  });
  return made;
}

/** Makes the panel types known that a dashboard may use here. */
export function registerPanels(): void {
  for (const kind of KINDS) {
    const made = plugin(kind);
    sceneUtils.registerRuntimePanelPlugin({ pluginId: kind.id, plugin: made });
    made.meta.skipDataQuery = kind.noQuery ?? false;
  }
}
