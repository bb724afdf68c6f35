import { FieldType, type DataFrame } from '@grafana/data';
import { DataTopic } from '@grafana/schema';
import type { Exemplars } from './api';

/** What tells the marks of single observations from those of events. */
export const EXEMPLARS = 'exemplars';

/** The label that carries the trace, as OpenTelemetry writes it. */
const TRACE = 'trace_id';

/** Single observations as marks on a graph: when, how much, and which trace. */
export function exemplarFrame(found: Exemplars[], refId: string): DataFrame {
  const all = found.flatMap(({ exemplars }) => exemplars).filter(({ labels }) => labels[TRACE]);
  const field = (name: string, type: FieldType, values: unknown[]) => ({
    name,
    type,
    config: {},
    values,
  });
  return {
    refId,
    name: EXEMPLARS,
    length: all.length,
    meta: { dataTopic: DataTopic.Annotations, custom: { resultType: EXEMPLARS } },
    fields: [
      field(
        'time',
        FieldType.time,
        all.map(({ timestamp }) => timestamp * 1000),
      ),
      field(
        'value',
        FieldType.number,
        all.map(({ value }) => Number(value)),
      ),
      field(
        'trace',
        FieldType.string,
        all.map(({ labels }) => labels[TRACE]),
      ),
    ],
  };
}
