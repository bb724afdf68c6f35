import type { DataFrame } from '@grafana/data';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { EXEMPLARS } from '../prometheus/exemplars';

interface Point {
  time: number;
  value: number;
  trace: string;
}

/** More would hide the lines; the largest are those that somebody looks for. */
const MOST = 100;

export const isExemplars = (frame: DataFrame) => frame.meta?.custom?.resultType === EXEMPLARS;

function points(frames: DataFrame[]): Point[] {
  return frames
    .filter(isExemplars)
    .flatMap((frame) => {
      const values = (name: string) => frame.fields.find((field) => field.name === name)?.values;
      return Array.from({ length: frame.length }, (_, i) => ({
        time: values('time')?.[i] as number,
        value: values('value')?.[i] as number,
        trace: values('trace')?.[i] as string,
      }));
    })
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST);
}

/** A diamond for each single observation, which leads to its trace. */
export function ExemplarMarks(props: { config: UPlotConfigBuilder; frames: DataFrame[] }) {
  const { config, frames } = props;
  const plot = useRef<uPlot | null>(null);
  const latest = useRef<Point[]>([]);
  latest.current = points(frames);

  useLayoutEffect(() => {
    config.addHook('init', (made) => {
      plot.current = made;
    });
    config.addHook('draw', (made) => diamonds(made, latest.current));
  }, [config]);

  useLayoutEffect(() => {
    plot.current?.redraw();
  }, [frames]);

  return null;
}

function diamonds(plot: uPlot, all: Point[]): void {
  plot.over.querySelectorAll('.preview-exemplar').forEach((old) => old.remove());
  const scale = plot.series[1]?.scale;
  if (!scale) {
    return;
  }
  for (const { time, value, trace } of all) {
    const [left, top] = [plot.valToPos(time, 'x'), plot.valToPos(value, scale)];
    if (left < 0 || left > plot.over.clientWidth || top < 0 || top > plot.over.clientHeight) {
      continue;
    }
    const link = document.createElement('a');
    link.className = 'preview-exemplar';
    link.href = `/zipkin/traces/${encodeURIComponent(trace)}`;
    link.target = '_blank';
    link.title = `Trace ${trace}`;
    link.style.left = `${left}px`;
    link.style.top = `${top}px`;
    plot.over.append(link);
  }
}
