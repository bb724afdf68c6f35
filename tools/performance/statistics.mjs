/** Two-sided 95 % points of Student's t by degrees of freedom. */
const T95 = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1, 2.09, 2.09];
const t95 = (freedom) => T95[freedom - 1] ?? 1.96 + 2.4 / freedom;

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The q-quantile, by the nearest rank. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/**
 * The mean with the half width of its 95 % confidence interval, for values that are independent and
 * roughly normal.
 */
export function interval(values) {
  const middle = mean(values);
  const n = values.length;
  if (n < 2) return { mean: middle, halfWidth: NaN };
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1);
  return { mean: middle, halfWidth: t95(n - 1) * Math.sqrt(variance / n) };
}

/** The interval of the differences of pairs: what the pairs have in common falls out. */
export function pairedDifference(after, before) {
  return interval(after.map((value, i) => value - before[i]));
}
