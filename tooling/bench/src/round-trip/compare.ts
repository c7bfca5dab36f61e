import { median } from '../lib/median.ts';

/** How many times as fast one is as another, by turns that were taken side by side. */
export interface Comparison {
  /** Median of the turns' ratios. */
  ratio: number;
  /** Half of the interval that holds the true ratio in 95 of 100 runs. */
  margin: number;
}

const NORMAL_SPREAD_OF_MAD = 1.4826;
const MEDIAN_LESS_SURE_THAN_MEAN = 1.2533;
const Z_95 = 1.96;

/** Compares turn by turn; the spread is the median's own, so that one disturbed turn does not widen it. */
export function compare(ours: readonly number[], others: readonly number[]): Comparison {
  const ratios = ours.map((figure, i) => figure / (others[i] ?? Number.NaN));
  const ratio = median(ratios);
  const spread = NORMAL_SPREAD_OF_MAD * median(ratios.map((it) => Math.abs(it - ratio)));
  const margin = (Z_95 * MEDIAN_LESS_SURE_THAN_MEAN * spread) / Math.sqrt(ratios.length);
  return { ratio, margin };
}
