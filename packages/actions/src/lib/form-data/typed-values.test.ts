import { expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { z } from '../zod.ts';
import { shapeOf } from './shape.ts';
import { isSecretField, secretTexts, typedValues } from './typed-values.ts';

const shape = shapeOf(
  z.object({
    title: z.string(),
    tags: z.array(z.string()),
    password: z.string(),
    pin: z.string(),
    file: z.file(),
    tasks: z.array(z.object({ title: z.string(), token: z.string() })),
  }),
);

test('gives text back under the names that the form used', () => {
  const form = formData({ title: ' as typed\r\n', tags: ['a', 'b'], 'tasks[3].title': 'x' });
  expect(typedValues(form, shape, [])).toEqual({
    title: ' as typed\r\n',
    tags: ['a', 'b'],
    'tasks[3].title': 'x',
  });
});

test('never gives back files, secrets, the org or what the schema does not know', () => {
  const form = formData({
    file: new File(['x'], 'x.txt'),
    title: new File(['x'], 'x.txt'),
    password: 'typed secret',
    pin: '1234',
    '.pin': '1234',
    'tasks[0].token': 'typed secret',
    _org: 'acme',
    unknown: 'x',
    __proto__x: 'x',
  });
  expect(typedValues(form, shape, ['pin'])).toEqual({});
});

test('gives back two hundred entries at most', () => {
  const form = formData({ tags: Array.from({ length: 300 }, (_, i) => String(i)) });
  expect(typedValues(form, shape, []).tags).toHaveLength(200);
});

test.each(['password', 'newPassword', 'passphrase', 'clientSecret', 'api_token', 'code', 'otp'])(
  '%s is secret by its name',
  (name) => {
    expect(isSecretField(name, [])).toBe(true);
  },
);

test('a declared secret covers everything below it', () => {
  expect(isSecretField('card.number', ['card'])).toBe(true);
  expect(isSecretField('card[0].number', ['card'])).toBe(true);
  expect(isSecretField('cards', ['card'])).toBe(false);
});

test('finds secrets in forms and, at any level, in objects; the longest first', () => {
  expect(secretTexts(formData({ password: 'abcd', pin: 'abcdef', title: 'x' }), ['pin'])).toEqual([
    'abcdef',
    'abcd',
  ]);
  expect(
    secretTexts({ user: { logins: [{ password: 'deep secret' }] }, title: 'open' }, []),
  ).toEqual(['deep secret']);
});

test('a ring of objects is followed a few steps only', () => {
  const ring: Record<string, unknown> = { password: 'in a ring' };
  ring.self = ring;
  expect(secretTexts(ring, [])).toContain('in a ring');
});
