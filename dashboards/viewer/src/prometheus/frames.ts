import { DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import type { Answer, Labels, Sample } from './api';

/** What a query says about the shape of its answer. */
export interface Shape {
  refId: string;
  legendFormat?: string;
  format?: string;
}

interface Series {
  metric: Labels;
  samples: Sample[];
}

const number = (text: string) =>
  text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : parseFloat(text);

/** Fills a legend like {{label}}; a label that is missing leaves nothing. */
export const legend = (template: string, labels: Labels) =>
  template.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');

function series(answer: Answer): Series[] {
  switch (answer.resultType) {
    case 'matrix':
      return answer.result.map(({ metric, values }) => ({ metric, samples: values }));
    case 'vector':
      return answer.result.map(({ metric, value }) => ({ metric, samples: [value] }));
    case 'scalar':
      return [{ metric: {}, samples: [answer.result] }];
  }
}

/** Turns an answer into frames: one for each series, or one table with a column for each label. */
export function frames(
  answer: Answer,
  shape: Shape,
  stepMs: number,
  several: boolean,
): DataFrame[] {
  const all = series(answer);
  if (shape.format === 'table') {
    return all.length ? [table(all, shape.refId, several)] : [];
  }
  const type =
    answer.resultType === 'matrix' ? DataFrameType.TimeSeriesMulti : DataFrameType.NumericMulti;
  return all.map(({ metric, samples }) => {
    const name = legend(shape.legendFormat ?? '', metric);
    return {
      refId: shape.refId,
      name,
      meta: { type },
      length: samples.length,
      fields: [
        {
          name: 'Time',
          type: FieldType.time,
          config: { interval: stepMs },
          values: samples.map(([time]) => time * 1000),
        },
        {
          name: 'Value',
          type: FieldType.number,
          labels: metric,
          config: { displayNameFromDS: name },
          values: samples.map(([, value]) => number(value)),
        },
      ],
    };
  });
}

function table(all: Series[], refId: string, several: boolean): DataFrame {
  const labels = [...new Set(all.flatMap(({ metric }) => Object.keys(metric)))].sort();
  const lines = all.flatMap(({ metric, samples }) => samples.map((sample) => ({ metric, sample })));
  return {
    refId,
    length: lines.length,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: {},
        values: lines.map(({ sample }) => sample[0] * 1000),
      },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        config: {},
        values: lines.map(({ metric }) => metric[label] ?? ''),
      })),
      {
        name: several ? `Value #${refId}` : 'Value',
        type: FieldType.number,
        config: {},
        values: lines.map(({ sample }) => number(sample[1])),
      },
    ],
  };
}
