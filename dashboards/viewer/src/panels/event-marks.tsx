import { colorManipulator, dateTimeFormat, type DataFrame } from '@grafana/data';
import { useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';

interface Mark {
  from: number;
  to: number;
  color: string;
  text: string;
}

function marks(frames: DataFrame[], timeZone: string): Mark[] {
  return frames.flatMap((frame) => {
    const values = (name: string) => frame.fields.find((field) => field.name === name)?.values;
    const from = values('time') ?? [];
    return Array.from({ length: frame.length }, (_, i) => ({
      from: from[i] as number,
      to: (values('timeEnd')?.[i] ?? from[i]) as number,
      color: (values('color')?.[i] ?? 'orange') as string,
      text: [dateTimeFormat(from[i], { timeZone }), values('title')?.[i], values('text')?.[i]]
        .filter(Boolean)
        .join('\n'),
    }));
  });
}

/** Marks events on a graph: a tinted span, its edge, and a handle on the axis that explains it. */
export function EventMarks(props: {
  config: UPlotConfigBuilder;
  frames: DataFrame[];
  timeZone: string;
}) {
  const { config, frames, timeZone } = props;
  const theme = useTheme2();
  const plot = useRef<uPlot | null>(null);
  const latest = useRef<Mark[]>([]);
  latest.current = marks(frames, timeZone).map((mark) => ({
    ...mark,
    color: theme.visualization.getColorByName(mark.color),
  }));

  useLayoutEffect(() => {
    config.addHook('init', (made) => {
      plot.current = made;
    });
    config.addHook('drawClear', (made) => tint(made, latest.current));
    config.addHook('draw', (made) => handles(made, latest.current));
  }, [config]);

  useLayoutEffect(() => {
    plot.current?.redraw();
  }, [frames]);

  return null;
}

function tint(plot: uPlot, all: Mark[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const mark of all) {
    const from = plot.valToPos(mark.from, 'x', true);
    const to = plot.valToPos(mark.to, 'x', true);
    ctx.fillStyle = colorManipulator.alpha(mark.color, 0.04);
    ctx.fillRect(from, bbox.top, Math.max(1, to - from), bbox.height);
    ctx.fillStyle = colorManipulator.alpha(mark.color, 0.7);
    ctx.fillRect(from, bbox.top, devicePixelRatio, bbox.height);
  }
  ctx.restore();
}

function handles(plot: uPlot, all: Mark[]): void {
  plot.over.querySelectorAll('.preview-event').forEach((old) => old.remove());
  const width = plot.over.clientWidth;
  for (const mark of all) {
    const from = Math.max(0, plot.valToPos(mark.from, 'x'));
    const to = Math.min(width, plot.valToPos(mark.to, 'x'));
    if (to < 0 || from > width) {
      continue;
    }
    const handle = document.createElement('div');
    handle.className = 'preview-event';
    handle.title = mark.text;
    handle.style.left = `${from}px`;
    handle.style.width = `${Math.max(8, to - from)}px`;
    handle.style.background = mark.color;
    plot.over.append(handle);
  }
}
