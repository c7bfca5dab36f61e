'use server';

import { anyone } from '@repo/auth/access';
import { sessionCookie } from '@repo/auth/cookie';
import { verifyPassword } from '@repo/auth/password';
import { createSession, endSession } from '@repo/auth/sessions';
import { getUserByEmail, lockUser } from '@repo/db/writes/accounts';
import { defineAction } from '../../define-action.ts';
import { signInSchema, signOutSchema } from '../schema.ts';

/** Signs in to the app that shows the form. An older session of this browser ends. */
export const signIn = defineAction({
  id: 'account.signIn',
  access: anyone,
  rateLimit: { max: 10, window: '1 m', onOutage: 'closed' },
  input: signInSchema,
  rateLimitAlso: { by: ({ input }) => input.email, max: 30, window: '15 m', onOutage: 'closed' },
  secrets: ['password'],
  errors: {
    WRONG_CREDENTIALS: { message: 'This address and password do not belong together.' },
    ACCOUNT_DISABLED: { message: 'This account was disabled. Ask the people who run this site.' },
  },
  prepare: async ({ input, db }) => {
    const user = await getUserByEmail(db, input.email);
    const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
    return fits ? user : null;
  },
  handler: async ({ session, tx, prepared, fail, afterCommit, app }) => {
    const user = prepared && (await lockUser(tx, prepared.id));
    // Changed while it was being checked: what fitted is the old one.
    if (!user || user.passwordHash !== prepared?.passwordHash) return fail.WRONG_CREDENTIALS();
    if (user.disabledAt) return fail.ACCOUNT_DISABLED();
    if (session) await endSession(tx, app, session.id);
    const token = await createSession(tx, app, user.id);
    const cookie = sessionCookie(app);
    afterCommit(({ cookies }) => cookies.set(cookie.name, token, cookie.options));
    return { userId: user.id };
  },
  subject: ({ data }) => data.userId,
  redirectTo: ({ input }) => input.next ?? '/',
});

/** Signs this browser out of the app that shows the form. It works for an ended session, too. */
export const signOut = defineAction({
  id: 'account.signOut',
  access: anyone,
  rateLimit: { max: 30, window: '1 m' },
  input: signOutSchema,
  handler: async ({ session, tx, afterCommit, app }) => {
    if (session) await endSession(tx, app, session.id);
    const cookie = sessionCookie(app);
    afterCommit(({ cookies }) => cookies.set(cookie.name, '', { ...cookie.options, maxAge: 0 }));
  },
  redirectTo: () => '/sign-in?done=signed-out',
});
