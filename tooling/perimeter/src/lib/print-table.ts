import { styleText } from 'node:util';
import { runs } from './compare-handlers.ts';
import { show } from './finding.ts';
import type { Lock, LockedAction } from './lock.ts';

interface Cell {
  text: string;
  style?: 'bold' | 'dim' | 'yellow';
}

const HEAD = [
  'id',
  'access',
  'rate limit',
  'and also',
  'idempotent',
  'authorize',
  'timeout',
  'input',
  'export',
];
const NOTHING = '-';
const LEGEND = `! nobody passes while the store of limits is out
input: the start of the digest of its JSON Schema, which sees no refinements`;

/** What apps expose, for people: a table for each, and what its signs mean. */
export function printTables(apps: readonly Lock[]): string {
  return [...apps.map(printTable), styleText('dim', LEGEND), ''].join('\n\n');
}

/** The actions of an app by file, then its route handlers that accept writes. */
function printTable({ app, exposes, actions, handlers }: Lock): string {
  const rows = actions.map(rowOf);
  const isUsed = HEAD.map((_title, column) => rows.some((row) => row[column]?.text !== NOTHING));
  const used = <T>(row: readonly T[]) => row.filter((_cell, column) => isUsed[column]);
  const widths = used(HEAD).map((title, column) =>
    Math.max(title.length, ...rows.map((row) => used(row)[column]?.text.length ?? 0)),
  );
  const files = [...new Set(actions.map(({ file }) => file))].toSorted();
  const head = used(HEAD).map((text): Cell => ({ text, style: 'dim' }));
  const counts = `${count(actions, 'action')}, ${count(handlers, 'write handler')}`;
  return [
    `${styleText('bold', app)}  exposes ${exposes.join(', ')}  ${styleText('dim', counts)}`,
    ...(actions.length > 0 ? ['', line(head, widths)] : []),
    ...files.flatMap((file) => [
      `  ${styleText('dim', file)}`,
      ...rows
        .filter((_row, index) => actions[index]?.file === file)
        .map((row) => line(used(row), widths)),
    ]),
    ...(handlers.length > 0
      ? ['', `  ${styleText('dim', 'route handlers that accept writes')}`]
      : []),
    ...handlers.map((handler) => {
      const { path, methods, action, webhook } = handler;
      const text = action || webhook ? runs(handler) : styleText('yellow', runs(handler));
      return `  ${methods.join(' ')} ${path}  ${text}`;
    }),
  ].join('\n');
}

function rowOf(action: LockedAction): Cell[] {
  const { id, access, rateLimit, rateLimitAlso, idempotent, authorize, timeout, input } = action;
  return [
    { text: id, style: 'bold' },
    { text: access, ...(access === 'anyone' && { style: 'yellow' }) },
    { text: limitText(rateLimit), ...(rateLimit === 'unlimited' && { style: 'yellow' }) },
    { text: limitText(rateLimitAlso) },
    { text: idempotent ? 'yes' : NOTHING },
    { text: authorize ? 'yes' : NOTHING },
    { text: timeout ?? NOTHING },
    { text: input.replace('sha256-', '').slice(0, 8), style: 'dim' },
    { text: action.export, style: 'dim' },
  ];
}

/** A limit that stays closed while its store is out has a `!`. */
function limitText(limit: LockedAction['rateLimit'] | null): string {
  if (!limit) return NOTHING;
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
