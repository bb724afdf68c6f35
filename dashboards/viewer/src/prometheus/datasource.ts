import {
  LoadingState,
  rangeUtil,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { RuntimeDataSource } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { from, type Observable } from 'rxjs';
import { NotSupported } from '../dashboard-json';
import { annotationSupport } from './annotations';
import { PrometheusApi } from './api';
import { exemplarFrame } from './exemplars';
import { frames, type Shape } from './frames';
import { fill, macros } from './interpolation';

interface PromQuery extends DataQuery, Shape {
  expr: string;
  instant?: boolean;
  interval?: string;
  exemplar?: boolean;
}

const LABEL_VALUES = /^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)$/;
const FASTEST_MS = 1000;

/** Answers the panels' queries from Prometheus' HTTP API. */
export class PrometheusDataSource extends RuntimeDataSource<PromQuery> {
  override readonly annotations = annotationSupport as never;
  override readonly interval = '1s';

  constructor(private readonly api: PrometheusApi) {
    super('prometheus', 'prometheus');
  }

  override query(request: DataQueryRequest<PromQuery>): Observable<DataQueryResponse> {
    return from(this.answerAll(request));
  }

  private async answerAll(request: DataQueryRequest<PromQuery>): Promise<DataQueryResponse> {
    const targets = request.targets.filter((target) => !target.hide);
    const errors: DataQueryError[] = [];
    const answers = await Promise.all(
      targets.map((target) =>
        this.answer(target, request, targets.length > 1).catch((problem: Error) => {
          errors.push({ refId: target.refId, message: problem.message });
          return [];
        }),
      ),
    );
    return {
      data: answers.flat(),
      state: errors.length ? LoadingState.Error : LoadingState.Done,
      ...(errors.length ? { errors } : {}),
    };
  }

  private async answer(
    target: PromQuery,
    { range, intervalMs, scopedVars }: DataQueryRequest<PromQuery>,
    several: boolean,
  ): Promise<DataFrame[]> {
    const exportMs = target.interval
      ? rangeUtil.intervalToMs(fill(target.interval, scopedVars))
      : FASTEST_MS;
    const stepMs = Math.max(intervalMs, exportMs, FASTEST_MS);
    const expr = fill(target.expr, macros(range, stepMs, exportMs, scopedVars));
    if (target.instant) {
      const answer = await this.api.instant(expr, range.to.valueOf() / 1000);
      return frames(answer, target, stepMs, several);
    }
    const step = stepMs / 1000;
    const onStep = (ms: number) => Math.floor(ms / stepMs) * step;
    const answer = await this.api.range(
      expr,
      onStep(range.from.valueOf()),
      onStep(range.to.valueOf()),
      step,
    );
    const lines = frames(answer, target, stepMs, several);
    if (!target.exemplar) {
      return lines;
    }
    const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
    return [...lines, exemplarFrame(await this.api.exemplars(expr, start, end), target.refId)];
  }

  /** The values that a variable offers. */
  override async metricFindQuery(
    query: { query: string } | string,
    options?: { range?: TimeRange; scopedVars?: ScopedVars },
  ): Promise<MetricFindValue[]> {
    const text = fill(typeof query === 'string' ? query : query.query, options?.scopedVars).trim();
    const [, selector, label] = LABEL_VALUES.exec(text) ?? [];
    if (!label) {
      throw new NotSupported(text, 'variables other than label_values()');
    }
    const params: Record<string, string> = {};
    if (options?.range) {
      params.start = String(options.range.from.valueOf() / 1000);
      params.end = String(options.range.to.valueOf() / 1000);
    }
    if (selector) {
      params['match[]'] = selector;
    }
    const values = await this.api.labelValues(label, params);
    return values.map((value) => ({ text: value, value }));
  }
}
