'use server';

import { anyone } from '@repo/auth/access';
import { defineAction } from '../define-action.ts';
import { setThemeSchema } from './schema.ts';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen colours in a cookie of this browser. */
export const setTheme = defineAction({
  id: 'preferences.setTheme',
  access: anyone,
  rateLimit: { max: 60, window: '1 m' },
  input: setThemeSchema,
  handler: ({ input, afterCommit }) => {
    afterCommit(({ cookies }) =>
      cookies.set('theme', input.theme, {
        path: '/',
        sameSite: 'lax',
        httpOnly: true,
        maxAge: YEAR,
      }),
    );
  },
});
