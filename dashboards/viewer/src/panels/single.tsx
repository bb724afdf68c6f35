import {
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
} from '@grafana/data';
import type { SingleStatBaseOptions } from '@grafana/schema';
import {
  BarGauge,
  BigValue,
  DataLinksContextMenu,
  useTheme2,
  VizRepeater,
  type VizRepeaterRenderValueProps,
} from '@grafana/ui';
import type { Options as BarOptions } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as StatOptions } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { ReactElement } from 'react';
import { Empty } from './empty';

type One = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

interface Layout {
  autoGrid: boolean;
  orientation: VizOrientation;
  minVizHeight?: number;
  maxVizHeight?: number;
  minVizWidth?: number;
}

/** Shows each field's reduced value, side by side. */
function Values<Options extends SingleStatBaseOptions>(props: {
  panel: PanelProps<Options>;
  layout: Layout;
  render: (one: One) => ReactElement;
}) {
  const theme = useTheme2();
  const { panel, layout, render } = props;
  const getValues = () =>
    getFieldDisplayValues({
      data: panel.data.series,
      fieldConfig: panel.fieldConfig,
      reduceOptions: panel.options.reduceOptions,
      replaceVariables: panel.replaceVariables,
      theme,
      timeZone: panel.timeZone,
    });
  return (
    <VizRepeater
      source={panel.data}
      getValues={getValues}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={render}
      width={panel.width}
      height={panel.height}
      renderCounter={panel.renderCounter}
      itemSpacing={10}
      {...layout}
    />
  );
}

/** One big number for each field. */
export function Stat(panel: PanelProps<StatOptions>) {
  const theme = useTheme2();
  const { options, width, height } = panel;
  return (
    <Values
      panel={panel}
      layout={{
        autoGrid: true,
        orientation: width > height ? VizOrientation.Vertical : VizOrientation.Horizontal,
      }}
      render={(one) => {
        const number = (
          <BigValue
            value={one.value.display}
            count={one.count}
            colorMode={options.colorMode as never}
            graphMode={options.graphMode as never}
            justifyMode={options.justifyMode as never}
            textMode={options.textMode as never}
            alignmentFactors={one.alignmentFactors}
            text={options.text}
            width={one.width}
            height={one.height}
            theme={theme}
          />
        );
        const links = one.value.hasLinks && one.value.getLinks;
        return links ? (
          <DataLinksContextMenu links={links}>{() => number}</DataLinksContextMenu>
        ) : (
          number
        );
      }}
    />
  );
}

/** One horizontal bar for each field. */
export function Bars(panel: PanelProps<BarOptions>) {
  const theme = useTheme2();
  const { options } = panel;
  if (!panel.data.series.length) {
    return <Empty {...panel} />;
  }
  const orientation = options.orientation as unknown as VizOrientation;
  return (
    <Values
      panel={panel}
      layout={{
        autoGrid: false,
        orientation,
        minVizHeight: options.minVizHeight,
        maxVizHeight: options.maxVizHeight,
        minVizWidth: options.minVizWidth,
      }}
      render={(one) => (
        <BarGauge
          value={one.value.display}
          field={one.value.field}
          display={one.value.view?.getFieldDisplayProcessor(one.value.colIndex ?? 0)}
          width={one.width}
          height={one.height}
          orientation={orientation}
          text={options.text}
          itemSpacing={10}
          lcdCellWidth={12}
          displayMode={options.displayMode}
          alignmentFactors={one.alignmentFactors}
          showUnfilled={options.showUnfilled}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          theme={theme}
        />
      )}
    />
  );
}
