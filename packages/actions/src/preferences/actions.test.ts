import { expect, test } from 'vitest';
import { useTestDatabase } from '@repo/db/testing';
import { call, expectRefused, formData } from '../testing.ts';
import { setTheme } from './actions.ts';

await useTestDatabase();

test.each(['web', 'admin'] as const)(
  'keeps the colours in a cookie of %s, for anybody',
  async (app) => {
    const done = await call(setTheme, formData({ theme: 'dark' }), { app });
    expect(done).toMatchObject({
      result: { ok: true },
      redirect: null,
      cookies: [
        { name: 'theme', value: 'dark', options: { path: '/', sameSite: 'lax', httpOnly: true } },
      ],
    });
  },
);

test('refuses colours that it does not have', async () => {
  const injected = formData({ theme: 'dark; Domain=evil.example' });
  const { result } = await expectRefused(setTheme, injected, { code: 'VALIDATION' });
  expect(result.errors).toEqual({ theme: ['Choose one of the options.'] });
});
