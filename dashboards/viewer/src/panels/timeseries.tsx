import {
  DashboardCursorSync,
  dateTimeFormat,
  formattedValueToString,
  getFieldDisplayName,
  type DataFrame,
  type PanelProps,
} from '@grafana/data';
import type { Options } from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import {
  SeriesTable,
  TimeSeries,
  TooltipDisplayMode,
  TooltipPlugin2,
  usePanelContext,
  useTheme2,
} from '@grafana/ui';
import { getFieldSeriesColor } from '@grafana/data';
import { useMemo } from 'react';
import { Empty } from './empty';
import { EventMarks } from './event-marks';
import { ExemplarMarks, isExemplars } from './exemplar-marks';
import { graphable } from './graphable';

const HOVER_ALL = 1;

/** Lines over time, with what happened marked on them. */
export function TimeSeriesPanel(panel: PanelProps<Options>) {
  const { data, timeRange, timeZone, width, height, options } = panel;
  const theme = useTheme2();
  const context = usePanelContext();
  const frames = useMemo(
    () => graphable(data.series, theme, timeRange),
    [data.series, theme, timeRange],
  );
  const events = useMemo(
    () => (data.annotations ?? []).filter((frame) => !isExemplars(frame)),
    [data.annotations],
  );
  if (!frames.length) {
    return <Empty {...panel} />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone={timeZone}
      legend={options.legend}
      options={options}
    >
      {(config, aligned) => (
        <>
          {options.tooltip.mode !== TooltipDisplayMode.None && (
            <TooltipPlugin2
              config={config}
              hoverMode={HOVER_ALL}
              syncMode={context.sync?.() ?? DashboardCursorSync.Off}
              syncScope="dashboard"
              render={(_, indexes) => (
                <Values aligned={aligned} frames={frames} indexes={indexes} timeZone={timeZone} />
              )}
            />
          )}
          <EventMarks config={config} frames={events} timeZone={timeZone} />
          <ExemplarMarks config={config} frames={data.annotations ?? []} />
        </>
      )}
    </TimeSeries>
  );
}

/** The values of all series at the time under the pointer, largest first. */
function Values(props: {
  aligned: DataFrame;
  frames: DataFrame[];
  indexes: Array<number | null>;
  timeZone: string;
}) {
  const { aligned, frames, indexes, timeZone } = props;
  const theme = useTheme2();
  const at = indexes.find((index) => index !== null);
  if (at === undefined || at === null) {
    return null;
  }
  const series = aligned.fields
    .slice(1)
    .map((field, i) => ({ field, value: field.values[indexes[i + 1] ?? -1] as number | null }))
    .filter(({ value }) => value !== null && value !== undefined)
    .sort((one, other) => other.value! - one.value!)
    .map(({ field, value }) => ({
      color: getFieldSeriesColor(field, theme).color,
      label: field.state?.displayName ?? getFieldDisplayName(field, aligned, frames),
      value: field.display ? formattedValueToString(field.display(value)) : String(value),
    }));
  return (
    <div className="preview-tooltip" data-testid="tooltip">
      <SeriesTable
        timestamp={dateTimeFormat(aligned.fields[0]!.values[at] as number, { timeZone })}
        series={series}
      />
    </div>
  );
}
