import { cn } from './cn.ts';

export interface BarChartProps {
  /** From left to right. Shown where the pointer rests. */
  bars: readonly { label: string; value: number }[];
  /** `danger` for what should be low. */
  tone?: 'primary' | 'danger';
  className?: string;
}

const BAR = 10;
const GAP = 3;
const HEIGHT = 100;
const tones = { primary: 'fill-primary', danger: 'fill-danger-text' };

/**
 * Bars side by side, as high as their share of the highest. Hidden from assistive technology: write the numbers beside
 * it, or put a table below.
 */
export function BarChart({ bars, tone = 'primary', className }: BarChartProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, bars.length * (BAR + GAP) - GAP)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={cn('h-20 w-full', className)}
    >
      {bars.map(({ label, value }, index) => {
        const x = index * (BAR + GAP);
        const height = (value / highest) * HEIGHT;
        return (
          <g key={label}>
            <title>{`${label}: ${value}`}</title>
            <rect x={x} y={0} width={BAR} height={HEIGHT} className="fill-muted" />
            <rect x={x} y={HEIGHT - height} width={BAR} height={height} className={tones[tone]} />
          </g>
        );
      })}
    </svg>
  );
}
