import type { Row } from './part.ts';

/** Rows as a markdown table, its columns as wide as their widest cell: what the formatter would make of it. */
export function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [
    columns.map((name) => (name === 'name' ? '' : name)),
    ...rows.map((row) => columns.map((name) => cell(row[name]))),
  ];
  const widths = columns.map((_, i) => Math.max(3, ...lines.map((line) => line[i]?.length ?? 0)));
  const dashes = widths.map((width) => '-'.repeat(width));
  const [head = [], ...body] = lines.map((line) => line.map((it, i) => it.padEnd(widths[i] ?? 0)));
  return [head, dashes, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Figures that differ by noise only shall look alike: three digits that count. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)));
}
