import {
  CustomVariable,
  DataSourceVariable,
  QueryVariable,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import type { VariableModel } from './dashboard-json';
import { NotSupported } from './dashboard-json';

const text = (query: VariableModel['query']) => (typeof query === 'string' ? query : '');

/** The live counterpart of a variable in a dashboard's JSON. */
export function variable(model: VariableModel): SceneVariable {
  const name = {
    name: model.name,
    label: model.label,
    description: model.description ?? null,
    hide: model.hide as never,
    skipUrlSync: model.skipUrlSync ?? false,
  };
  const current = { value: model.current?.value ?? '', text: model.current?.text ?? '' };
  const choice = {
    isMulti: model.multi,
    includeAll: model.includeAll,
    allValue: model.allValue,
  };
  switch (model.type) {
    case 'query':
      return new QueryVariable({
        ...name,
        ...current,
        ...choice,
        query: model.query as never,
        datasource: model.datasource,
        regex: model.regex ?? '',
        sort: model.sort,
        refresh: model.refresh,
      });
    case 'custom':
      return new CustomVariable({ ...name, ...current, ...choice, query: text(model.query) });
    case 'datasource':
      return new DataSourceVariable({
        ...name,
        ...current,
        ...choice,
        pluginId: text(model.query),
        regex: model.regex ?? '',
      });
    case 'textbox':
      return new TextBoxVariable({ ...name, value: String(current.value) });
    default:
      throw new NotSupported(`variable "${model.name}"`, `variables of type ${model.type}`);
  }
}
