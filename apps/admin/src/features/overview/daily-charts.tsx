import type { DailyFigures } from '@repo/db/queries/figures';
import { Day } from '@repo/next/day';
import { BarChart } from '@repo/ui/bar-chart';
import { Card } from '@repo/ui/card';
import { Table } from '@repo/ui/table';

const SERIES = [
  { key: 'signUps', label: 'Sign-ups', tone: 'primary' },
  { key: 'posts', label: 'New posts', tone: 'primary' },
  { key: 'refusals', label: 'Refused calls', tone: 'danger' },
] as const;

/** Sign-ups, posts and refusals by day: as bars, and as a table that opens below them. */
export function DailyCharts({ days }: { days: readonly DailyFigures[] }) {
  return (
    <Card title={`The last ${days.length} days`} description="Days are UTC; the last one is today.">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-3">
        {SERIES.map(({ key, label, tone }) => (
          <DailyChart
            key={key}
            label={label}
            tone={tone}
            bars={days.map((figures) => ({ label: figures.day, value: figures[key] }))}
          />
        ))}
      </div>
      <details className="mt-5">
        <summary className="w-fit rounded-sm font-medium text-primary-text pointer-coarse:py-3">
          Numbers by day
        </summary>
        <Table
          className="-mx-5 mt-3 -mb-5 border-t sm:-mx-6"
          caption="Sign-ups, new posts and refused calls by day"
          rows={days.toReversed()}
          rowKey={({ day }) => day}
          columns={[
            { header: 'Day', cell: ({ day }) => <Day date={day} /> },
            ...SERIES.map(({ key, label }) => ({
              header: label,
              cell: (figures: DailyFigures) => figures[key],
              align: 'end' as const,
              className: 'tabular-nums',
            })),
          ]}
        />
      </details>
    </Card>
  );
}

interface DailyChartProps {
  label: string;
  tone: 'primary' | 'danger';
  /** One for each day; their labels are dates. */
  bars: readonly { label: string; value: number }[];
}

function DailyChart({ label, tone, bars }: DailyChartProps) {
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  const highest = Math.max(...bars.map(({ value }) => value));
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-2">
        <span className="text-[0.8125rem] text-muted-foreground">{label}</span>
        <span className="text-[0.8125rem] text-muted-foreground tabular-nums">
          {total > 0 && `${highest} at most a day`}
        </span>
      </figcaption>
      <p className="mt-0.5 text-2xl/8 font-semibold tracking-[-0.02em] tabular-nums">{total}</p>
      <BarChart bars={bars} tone={tone} className="mt-2" />
      {first && last && (
        <p className="mt-1.5 flex justify-between text-xs text-muted-foreground">
          <Day date={first.label} />
          <Day date={last.label} />
        </p>
      )}
    </figure>
  );
}
