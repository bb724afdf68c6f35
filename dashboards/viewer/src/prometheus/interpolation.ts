import { rangeUtil, type ScopedVars, type TimeRange } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

const inString = (text: string) => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
const inPattern = (text: string) =>
  text.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&').replace(/"/g, '\\"');

interface Choice {
  multi?: boolean;
  includeAll?: boolean;
}

/** Writes a variable's value into PromQL: as text, or as a pattern where several may be chosen. */
function format(value: string | string[] | number, variable: Choice): string {
  if (!variable?.multi && !variable?.includeAll) {
    return inString(String(value));
  }
  if (!Array.isArray(value)) {
    return inPattern(String(value));
  }
  const all = value.map((one) => inPattern(String(one)));
  return all.length === 1 ? all[0]! : `(${all.join('|')})`;
}

/** Fills the dashboard's variables into a text. */
export function fill(text: string, variables?: ScopedVars): string {
  return getTemplateSrv().replace(text, variables, format);
}

/**
 * The variables that Grafana defines for a query. The window of rates is four export intervals at
 * least, so that one lost export leaves no gap.
 */
export function macros(
  range: TimeRange,
  stepMs: number,
  exportMs: number,
  others: ScopedVars = {},
): ScopedVars {
  const seconds = Math.max(1, Math.round((range.to.valueOf() - range.from.valueOf()) / 1000));
  const rateMs = Math.max(stepMs + exportMs, 4 * exportMs);
  const variable = (value: string | number) => ({ text: String(value), value });
  return {
    ...others,
    __interval: variable(rangeUtil.secondsToHms(stepMs / 1000)),
    __interval_ms: variable(stepMs),
    __rate_interval: variable(rateMs % 1000 ? `${rateMs}ms` : `${rateMs / 1000}s`),
    __rate_interval_ms: variable(rateMs),
    __range: variable(`${seconds}s`),
    __range_s: variable(seconds),
    __range_ms: variable(seconds * 1000),
  };
}
