import {
  applyNullInsertThreshold,
  FieldType,
  getDisplayProcessor,
  nullToValue,
  type DataFrame,
  type GrafanaTheme2,
  type TimeRange,
} from '@grafana/data';

/** The frames as a graph wants them: numbers over time, gaps as gaps, one colour index a series. */
export function graphable(
  series: DataFrame[],
  theme: GrafanaTheme2,
  range: TimeRange,
): DataFrame[] {
  let index = 0;
  return series.flatMap((frame) => {
    const fields = frame.fields
      .filter(({ type }) => type === FieldType.time || type === FieldType.number)
      .map((field) =>
        field.type === FieldType.number
          ? {
              ...field,
              values: field.values.map((value) => (Number.isFinite(value) ? value : null)),
            }
          : field,
      );
    if (!frame.length || fields.length < 2) {
      return [];
    }
    const spaced = nullToValue(
      applyNullInsertThreshold({
        frame: { ...frame, fields },
        refFieldPseudoMin: range.from.valueOf(),
        refFieldPseudoMax: range.to.valueOf(),
      }),
    );
    for (const field of spaced.fields) {
      if (field.type === FieldType.number) {
        field.state = { ...field.state, seriesIndex: index++ };
        field.display = getDisplayProcessor({ field, theme });
      }
    }
    return [{ ...spaced, length: spaced.fields[0]?.values.length ?? 0 }];
  });
}
