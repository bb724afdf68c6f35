/** The labels of one series. */
export type Labels = Record<string, string>;

/** A time in seconds and a value as text, which may be NaN or infinite. */
export type Sample = [number, string];

export type Answer =
  | { resultType: 'vector'; result: Array<{ metric: Labels; value: Sample }> }
  | { resultType: 'matrix'; result: Array<{ metric: Labels; values: Sample[] }> }
  | { resultType: 'scalar'; result: Sample };

/** Single observations of a series, each with the trace that it belongs to. */
export interface Exemplars {
  seriesLabels: Labels;
  exemplars: Array<{ labels: Labels; value: string; timestamp: number }>;
}

type Envelope<T> = { status: 'success'; data: T } | { status: 'error'; error: string };

/** Prometheus' HTTP API, read-only, as the preview's own server passes it through. */
export class PrometheusApi {
  constructor(private readonly base: string) {}

  instant(query: string, time: number): Promise<Answer> {
    return this.get('query', { query, time: String(time) });
  }

  range(query: string, start: number, end: number, step: number): Promise<Answer> {
    const params = { query, start: String(start), end: String(end), step: String(step) };
    return this.get('query_range', params);
  }

  exemplars(query: string, start: number, end: number): Promise<Exemplars[]> {
    return this.get('query_exemplars', { query, start: String(start), end: String(end) });
  }

  labelValues(label: string, params: Record<string, string>): Promise<string[]> {
    return this.get(`label/${encodeURIComponent(label)}/values`, params);
  }

  private async get<T>(path: string, params: Record<string, string>): Promise<T> {
    const response = await fetch(`${this.base}/api/v1/${path}?${new URLSearchParams(params)}`);
    const text = await response.text();
    let answer: Envelope<T>;
    try {
      answer = JSON.parse(text) as Envelope<T>;
    } catch {
      throw new Error(`Prometheus answered ${response.status}: ${text.slice(0, 200)}`);
    }
    if (answer.status !== 'success') {
      throw new Error(answer.error);
    }
    return answer.data;
  }
}
