import { cacheFieldDisplayNames, type PanelProps } from '@grafana/data';
import type { Options } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import { TableNG } from '@grafana/ui/unstable';
import { useMemo } from 'react';
import { Empty } from './empty';

/** The one place that touches the part of Grafana's library that is called unstable. */
export function TablePanel(panel: PanelProps<Options>) {
  const { data, options, width, height, timeRange, fieldConfig } = panel;
  useMemo(() => cacheFieldDisplayNames(data.series), [data.series]);
  const frame = data.series[options.frameIndex ?? 0];
  if (!frame?.length) {
    return <Empty {...panel} />;
  }
  return (
    <TableNG
      data={frame}
      structureRev={data.structureRev ?? 0}
      width={width}
      height={height}
      timeRange={timeRange}
      noHeader={!options.showHeader}
      cellHeight={options.cellHeight}
      sortBy={options.sortBy}
      sortByBehavior="initial"
      fieldConfig={fieldConfig}
      resizable
    />
  );
}
