import { of, type Observable } from 'rxjs';
import { FieldType, type AnnotationEvent, type DataFrame } from '@grafana/data';
import type { PrometheusAnnotation } from '../dashboard-json';
import { legend } from './frames';

/** An annotation on its way through the data source. */
interface Prepared extends PrometheusAnnotation {
  target: PrometheusAnnotation['target'] & { refId: string; expr: string; interval: string };
}

/** How a query's answer becomes marks on the graphs: unbroken runs of samples above zero. */
export const annotationSupport = {
  prepareAnnotation: (annotation: PrometheusAnnotation) => ({
    ...annotation,
    target: { refId: 'Anno', expr: annotation.expr, interval: annotation.step },
  }),
  prepareQuery: (annotation: Prepared) => annotation.target,
  processEvents: (annotation: Prepared, data: DataFrame[]): Observable<AnnotationEvent[]> =>
    of(data.flatMap((frame) => events(annotation, frame))),
};

function events(annotation: PrometheusAnnotation, frame: DataFrame): AnnotationEvent[] {
  const time = frame.fields.find((field) => field.type === FieldType.time);
  const value = frame.fields.find((field) => field.type === FieldType.number);
  if (!time || !value) {
    return [];
  }
  const step = time.config.interval ?? 0;
  const labels = value.labels ?? {};
  const found: AnnotationEvent[] = [];
  for (let i = 0; i < frame.length; i++) {
    if (!(value.values[i] > 0)) {
      continue;
    }
    const at = time.values[i] as number;
    const last = found.at(-1);
    if (last?.timeEnd !== undefined && at - last.timeEnd <= step) {
      last.timeEnd = at;
    } else {
      found.push({
        time: at,
        timeEnd: at,
        isRegion: true,
        title: legend(annotation.titleFormat, labels),
        text: legend(annotation.textFormat, labels),
        tags: [],
      });
    }
  }
  return found;
}
