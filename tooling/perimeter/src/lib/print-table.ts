import { styleText } from 'node:util';
import { show } from './finding.ts';
import type { Lock, LockedAction } from './lock.ts';

type Style = Parameters<typeof styleText>[0];

interface Cell {
  text: string;
  style?: Style;
}

const HEAD = ['id', 'access', 'limit', 'also', 'once', 'row rule', 'timeout', 'input', 'export'];

/** What an app exposes, for people: its actions by file, then the route handlers that accept writes. */
export function printTable(app: Lock): string {
  const { actions, handlers } = app;
  const rows = actions.map(rowOf);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.text.length ?? 0)),
  );
  const files = [...new Set(actions.map(({ file }) => file))].toSorted();
  const counts = `${count(actions, 'action')}, ${count(handlers, 'write handler')}`;
  const blocks = files.flatMap((file) => [
    '',
    `  ${styleText('dim', file)}`,
    ...rows.filter((_row, index) => actions[index]?.file === file).map((row) => line(row, widths)),
  ]);
  return [
    `${styleText('bold', app.app)}  exposes ${app.exposes.join(', ')}  ${styleText('dim', counts)}`,
    ...(actions.length > 0
      ? [
          '',
          line(
            HEAD.map((text) => ({ text, style: 'dim' })),
            widths,
          ),
        ]
      : []),
    ...blocks,
    ...(handlers.length > 0
      ? ['', `  ${styleText('dim', 'Route handlers that accept writes')}`]
      : []),
    ...handlers.map(
      ({ path, methods, action }) =>
        `  ${methods.join(' ')} ${path}  ${action ? `runs ${action}` : styleText('yellow', 'runs no action')}`,
    ),
  ].join('\n');
}

function rowOf(action: LockedAction): Cell[] {
  const { id, access, rateLimit, rateLimitAlso, idempotent, authorize, timeout, input } = action;
  return [
    { text: id, style: 'bold' },
    { text: access, ...(access === 'anyone' && { style: 'yellow' }) },
    { text: limitText(rateLimit), ...(rateLimit === 'unlimited' && { style: 'yellow' }) },
    { text: limitText(rateLimitAlso) },
    { text: idempotent ? 'yes' : '-' },
    { text: authorize ? 'yes' : '-' },
    { text: timeout ?? '-' },
    { text: input.replace('sha256-', '').slice(0, 8) },
    { text: action.export },
  ];
}

/** A limit that stays closed while its store is out has a `!`. */
function limitText(limit: LockedAction['rateLimit'] | null): string {
  if (!limit) return '-';
  if (limit === 'unlimited') return limit;
  return `${show({ ...limit, onOutage: 'open' })}${limit.onOutage === 'closed' ? ' !' : ''}`;
}

function line(cells: Cell[], widths: number[]): string {
  const padded = cells.map(({ text, style }, column) => {
    const cell = text.padEnd(widths[column] ?? 0);
    return style ? styleText(style, cell) : cell;
  });
  return `  ${padded.join('  ')}`.trimEnd();
}

function count(list: readonly unknown[], name: string): string {
  return `${list.length} ${name}${list.length === 1 ? '' : 's'}`;
}
