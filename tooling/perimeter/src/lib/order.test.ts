import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES } from './codes.ts';
import { compareAction } from './compare-action.ts';
import type { LockedAction, LockedField, LockedLimit } from './lock.ts';

const manual = readFileSync(new URL('../../../../docs/perimeter.md', import.meta.url), 'utf8');
const roles = { member: ['member', 'author', 'owner'], staff: ['moderator', 'admin'] };

const [, table = ''] = manual.split(/<!-- \/?order -->/);
const rows = [...table.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
  row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll(/`|\\/g, '')),
) as [property: string, before: string, after: string, verdict: string][];

const field: LockedField = { type: 'string', required: true };
const base: LockedAction = {
  id: 'posts.create',
  file: 'actions.ts',
  export: 'createPost',
  access: 'anyone',
  rateLimit: 'unlimited',
  rateLimitAlso: null,
  idempotent: false,
  authorize: false,
  timeout: null,
  secrets: [],
  bound: [],
  errors: [],
  input: 'sha256-1',
  fields: { field },
};

function limitOf(text: string): LockedLimit | 'unlimited' | null {
  const { max, window, closed } =
    /^(?<max>\d+) per (?<window>\d+ \w)(?<closed>, closed on outage)?$/.exec(text)?.groups ?? {};
  if (!max || !window) return text === 'unlimited' ? text : null;
  return { max: Number(max), window, onOutage: closed ? 'closed' : 'open' };
}

const VALUES: Readonly<Record<string, (text: string) => unknown>> = {
  access: (text) => text,
  rateLimit: limitOf,
  rateLimitAlso: limitOf,
  idempotent: (text) => text === 'yes',
  authorize: (text) => text === 'yes',
  timeout: (text) => (text === 'none' ? null : text),
  secrets: (text) => (text === 'none' ? [] : [text.split(' ')[0]]),
  bound: (text) => (text === 'none' ? [] : [text]),
  errors: (text) => (text === 'none' ? [] : [text]),
};

function keywordOf(keyword: string, text: string): Partial<LockedField> {
  if (text === 'none') return {};
  if (text === 'yes') return { [keyword]: true };
  if (keyword === 'values' || text.includes(', ')) return { [keyword]: text.split(', ') };
  return { [keyword]: /^-?\d+$/.test(text) ? Number(text) : text };
}

/** An action whose property is what the manual writes. */
function actionWith(property: string, text: string, isBefore: boolean): LockedAction {
  const input = `sha256-${isBefore}`;
  if (property === 'field') {
    const isThere = { field: text.includes('optional') ? { type: 'string' } : field };
    return { ...base, input, fields: text === 'none' ? {} : isThere };
  }
  const [, keyword] = property.split('.');
  if (keyword) {
    const { required: _required, ...optional } = field;
    return {
      ...base,
      input,
      fields: { field: { ...optional, ...keywordOf(keyword, text) } },
    };
  }
  return { ...base, [property]: VALUES[property]?.(text) };
}

describe('the order of weaker is what docs/perimeter.md says', () => {
  test('of all properties', () => {
    const properties = new Set(rows.map(([property]) => property.split('.')[0]));
    const {
      id: _id,
      file: _file,
      export: _export,
      input: _input,
      fields: _fields,
      ...judged
    } = base;
    expect(properties).toEqual(new Set([...Object.keys(judged), 'field']));
    expect(rows.length).toBeGreaterThan(60);
  });

  test.each(rows)('%s from %s to %s is %s', (property, before, after, verdict) => {
    const changes = compareAction(
      actionWith(property, before, true),
      actionWith(property, after, false),
      roles,
    );
    expect(changes.map((change) => change.property)).toEqual([property]);
    expect(changes.map(({ weaker }) => (weaker ? 'weaker' : 'as strict'))).toEqual([verdict]);
  });

  test('what says the same is no change', () => {
    expect(compareAction(base, structuredClone(base), roles)).toEqual([]);
  });

  test('what no field tells of is weaker when it changes', () => {
    const [change, ...more] = compareAction(base, { ...base, input: 'sha256-2' }, roles);
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      property: 'input',
      weaker: expect.stringContaining('cannot be compared'),
    });
  });
});

test.each(Object.keys(CODES))('%s has its section in docs/perimeter.md', (code) => {
  const [, section] = manual.split(`\n### ${code}\n`);
  expect(section?.split('\n#')[0]).toMatch(/\*\*Happened:\*\* .*\*\*What to do:\*\* /s);
});
