import { expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { Refusal } from '../refusal.ts';
import { normaliseArguments } from './normalise-arguments.ts';

const form = formData({ title: 'x', _org: 'acme' });

test('takes a form, alone or after a previous state that is dropped', () => {
  const expected = { form, object: null, orgSlug: 'acme' };
  expect(normaliseArguments([form])).toEqual(expected);
  for (const forged of [undefined, null, { ok: true, data: { admin: true } }, 'x', formData({})]) {
    expect(normaliseArguments([forged, form])).toEqual(expected);
  }
});

test('takes a plain object and keeps the org apart from the input', () => {
  expect(normaliseArguments([{ title: 'x', _org: 'acme' }])).toEqual({
    form: null,
    object: { title: 'x' },
    orgSlug: 'acme',
  });
  const bare: object = Object.assign(Object.create(null), { title: 'x' });
  expect(normaliseArguments([bare])).toMatchObject({ object: { title: 'x' }, orgSlug: null });
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
