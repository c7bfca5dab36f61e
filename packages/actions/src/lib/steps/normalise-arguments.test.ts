import { describe, expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { Refusal } from '../refusal.ts';
import { normaliseArguments } from './normalise-arguments.ts';

const form = formData({ title: 'x', _org: 'acme', _key: 'k' });

test('takes a form, alone or after a previous state that is dropped', () => {
  const expected = { form, object: null, bound: {}, orgSlug: 'acme', key: 'k' };
  expect(normaliseArguments([form])).toEqual(expected);
  for (const forged of [undefined, null, { ok: true, data: { admin: true } }, 'x', formData({})]) {
    expect(normaliseArguments([forged, form])).toEqual(expected);
  }
});

test('takes a plain object and keeps org and key apart from the input', () => {
  expect(normaliseArguments([{ title: 'x', _org: 'acme', _key: 'k' }])).toEqual({
    form: null,
    object: { title: 'x' },
    bound: {},
    orgSlug: 'acme',
    key: 'k',
  });
  const bare: object = Object.assign(Object.create(null), { title: 'x' });
  expect(normaliseArguments([bare])).toMatchObject({ object: { title: 'x' }, orgSlug: null });
});

test('refuses two keys: with none of them a submit could have its effect twice', () => {
  const twice = formData({ title: 'x', _key: 'k' });
  twice.append('_key', 'k');
  expect(() => normaliseArguments([twice])).toThrow('VALIDATION');
});

class Input {
  title = 'x';
}

test.each([
  ['nothing', []],
  ['undefined', [undefined]],
  ['null', [null]],
  ['text', ['title=x']],
  ['a number', [1]],
  ['an array', [['x']]],
  ['an instance of a class', [new Input()]],
  ['a Map', [new Map([['title', 'x']])]],
  ['a function', [() => 'x']],
  ['URLSearchParams', [new URLSearchParams({ title: 'x' })]],
  ['an object after a previous state', [{}, { title: 'x' }]],
  ['an argument after the form', [{}, form, 'more']],
  ['a form first and something else after it', [form, {}]],
])('refuses %s as unreadable', (_name, args) => {
  expect(() => normaliseArguments(args)).toThrow(Refusal);
  expect(() => normaliseArguments(args)).toThrow('VALIDATION');
});

/** Each part names the next one in a hundred places: some kilobytes that stand for 100 to the power of `levels`. */
function folded(levels: number): object {
  let part: unknown = 'x';
  for (let level = 0; level < levels; level += 1)
    part = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, part]));
  return { title: 'x', part };
}

test('refuses an object that is small on the wire and without end when it is walked through', () => {
  const ring: Record<string, unknown> = {};
  ring.ring = ring;
  for (const sent of [folded(20), ring, { lists: new Map([['x', folded(20)]]) }]) {
    expect(() => normaliseArguments([sent])).toThrow('VALIDATION');
    expect(() => normaliseArguments([{ id: sent }, form], ['id'])).toThrow('VALIDATION');
  }
});

test('takes an object as large as a body may be', () => {
  const body = 'x'.repeat(1024 * 1024 - 100);
  expect(normaliseArguments([{ body }]).object).toEqual({ body });
  expect(() => normaliseArguments([{ body, more: body }])).toThrow('VALIDATION');
});

test.each([
  ['named twice', formData({ _org: ['acme', 'other'] })],
  ['named by a file', formData({ _org: new File(['acme'], 'org') })],
  ['not named', formData({})],
])('an org that is %s is no org', (_name, sent) => {
  expect(normaliseArguments([sent]).orgSlug).toBeNull();
});

test.each([[['acme']], [{ slug: 'acme' }], [1], [null]])(
  'the org %j of an object is none',
  (org) => {
    expect(normaliseArguments([{ _org: org }]).orgSlug).toBeNull();
  },
);

describe('an action that declares `id` as bound', () => {
  const read = (...args: unknown[]) => normaliseArguments(args, ['id']);

  test('takes it before the form, with and without a previous state that is dropped', () => {
    const expected = { form, object: null, bound: { id: '1' }, orgSlug: 'acme', key: 'k' };
    expect(read({ id: '1' }, form)).toEqual(expected);
    expect(read({ id: '1' }, { id: 'forged' }, form)).toEqual(expected);
  });

  test('takes a form and an object without it, too: the schema says what is missing', () => {
    expect(read(form)).toEqual({ form, object: null, bound: {}, orgSlug: 'acme', key: 'k' });
    expect(read({ id: '1' })).toMatchObject({ object: { id: '1' }, bound: {} });
  });

  test('takes the org with it, which then wins over the form', () => {
    expect(read({ id: '1', _org: 'bound' }, form)).toMatchObject({
      bound: { id: '1' },
      orgSlug: 'bound',
    });
    expect(read({ _org: ['bound'] }, form).orgSlug).toBeNull();
  });

  test.each<[string, unknown[]]>([
    ['a field that is not declared', [{ id: '1', title: 'y' }, form]],
    ['a prototype', [JSON.parse('{"__proto__":{"id":"1"}}'), form]],
    ['nothing', [undefined, form]],
    ['text', ['1', form]],
    ['a list', [['1'], form]],
    ['a form', [form, form]],
    ['an instance of a class', [new Input(), form]],
    ['a state where the form belongs', [{ id: '1' }, {}]],
    ['an object after it', [{ id: '1' }, {}, { title: 'x' }]],
    ['one argument more', [{ id: '1' }, {}, form, form]],
    ['two bound objects', [{ id: '1' }, { id: '2' }, {}, form]],
  ])('refuses %s', (_name, args) => {
    expect(() => read(...args)).toThrow('VALIDATION');
  });
});

test('an action that declares nothing refuses what was bound in a form with a state', () => {
  expect(() => normaliseArguments([{ admin: true }, {}, form])).toThrow('VALIDATION');
  expect(normaliseArguments([{ admin: true }, form]).bound).toEqual({});
});
