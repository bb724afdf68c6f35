import type { Dashboard as Schema, FieldConfigSource, Panel, RowPanel } from '@grafana/schema';
import type { Options as BarOptions } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as StatOptions } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type {
  FieldConfig as TableField,
  Options as TableOptions,
} from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type {
  FieldConfig as GraphField,
  Options as GraphOptions,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { PrometheusAnnotation } from './dashboard-json';

/** A type as its JSON looks: the members of an enum are their texts. */
type Plain<T> = T extends string
  ? string extends T
    ? string
    : `${T}`
  : T extends Array<infer Item>
    ? Array<Plain<Item>>
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

interface Target {
  refId: string;
  datasource: { type: 'prometheus'; uid: string };
  expr: string;
  editorMode: 'code' | 'builder';
  instant: boolean;
  range: boolean;
  interval: string;
  legendFormat: string;
  format?: 'time_series' | 'table' | 'heatmap';
  exemplar?: boolean;
}

type Typed<Type extends string, Options, Custom> = Omit<
  Panel,
  'type' | 'options' | 'fieldConfig' | 'targets'
> & {
  type: Type;
  options: Options;
  fieldConfig: FieldConfigSource<Partial<Custom>>;
  targets: Target[];
};

/** Options that came after Grafana 11.0, have defaults and are left to them. */
type Since11 = 'percentChangeColorMode' | 'effects' | 'legend';

type TypedPanel =
  | Typed<'stat', Omit<StatOptions, Since11>, Record<string, never>>
  | Typed<'bargauge', Omit<BarOptions, Since11>, Record<string, never>>
  | Typed<'table', TableOptions, TableField>
  | Typed<'timeseries', GraphOptions, GraphField>;

/** Grafana's classic dashboard with the options of each type of panel, as plain JSON. */
export type Dashboard = Plain<
  Omit<Schema, 'panels' | 'annotations' | 'templating'> & {
    panels: Array<TypedPanel | (RowPanel & { type: 'row' })>;
    annotations: { list: PrometheusAnnotation[] };
    templating: {
      list: Array<
        NonNullable<NonNullable<Schema['templating']>['list']>[number] & { definition?: string }
      >;
    };
  }
>;
