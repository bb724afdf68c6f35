import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
  type StandardEditorsRegistryItem,
  type TransformerRegistryItem,
} from '@grafana/data';

const nothing = () => null;

/** The names of Grafana's option editors. Nothing is edited here, but options are declared by them. */
const EDITORS =
  'select text number boolean slider color multi-select unit radio strings timezone fieldColor mappings thresholds links stats-picker stats dashboard-uid field-name field-value actions nested'.split(
    ' ',
  );

const standard = (
  id: string,
  process: unknown,
  more: Partial<FieldConfigPropertyItem> = {},
): FieldConfigPropertyItem =>
  ({
    id,
    path: id,
    name: id,
    editor: nothing,
    override: nothing,
    process,
    shouldApply: () => true,
    settings: {},
    ...more,
  }) as FieldConfigPropertyItem;

/** Fills what Grafana's application fills at its start: the standard options of every field. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() =>
    EDITORS.map((id) => ({ id, name: id, editor: nothing }) as StandardEditorsRegistryItem),
  );
  standardFieldConfigEditorRegistry.setInit(() => [
    standard('displayName', displayNameOverrideProcessor),
    standard('unit', unitOverrideProcessor),
    standard('min', numberOverrideProcessor),
    standard('max', numberOverrideProcessor),
    standard('fieldMinMax', booleanOverrideProcessor),
    standard('decimals', numberOverrideProcessor),
    standard('color', identityOverrideProcessor, {
      settings: { byValueSupport: true, preferThresholdsMode: true },
    }),
    standard('noValue', stringOverrideProcessor),
    standard('links', dataLinksOverrideProcessor),
    standard('mappings', valueMappingsOverrideProcessor, { defaultValue: [] }),
    standard('thresholds', thresholdsOverrideProcessor, {
      defaultValue: { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'blue' }] },
    }),
    standard('filterable', booleanOverrideProcessor),
    standard('actions', identityOverrideProcessor),
  ]);
  standardTransformersRegistry.setInit(() =>
    [...new Map(Object.values(standardTransformers).map((one) => [one.id, one])).values()].map(
      (transformation) =>
        ({
          id: transformation.id,
          name: transformation.name,
          editor: nothing,
          transformation: () => Promise.resolve(transformation),
        }) as unknown as TransformerRegistryItem,
    ),
  );
}
