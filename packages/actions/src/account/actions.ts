'use server';

import { anyone } from '@repo/auth/access';
import { sessionCookie } from '@repo/auth/cookie';
import { consumeEmailToken, createEmailToken, readEmailToken } from '@repo/auth/email-token';
import { hashPassword } from '@repo/auth/password';
import { createSession, endSession, endSessionsOf } from '@repo/auth/sessions';
import { getUserByEmail, insertOrg, insertUser, setPassword } from '@repo/db/writes/accounts';
import { enqueueMail } from '@repo/jobs/enqueue-mail';
import { defineAction } from '../define-action.ts';
import { randomWord, slugify } from '../lib/slugify.ts';
import { mailboxOf } from './mailbox-of.ts';
import {
  accountExists,
  choosePassword,
  confirmAddress,
  noAccount,
  passwordChanged,
} from './mails.ts';
import {
  finishSignUpSchema,
  requestPasswordResetSchema,
  resetPasswordSchema,
  signUpSchema,
} from './schema.ts';

/** How many mails one mailbox gets from a form, whoever fills it in. */
const perMailbox = {
  by: ({ input }: { input: { email: string } }) => mailboxOf(input.email),
  max: 3,
  window: '1 h',
  onOutage: 'closed',
} as const;

const linkOver = { message: 'This link was used before, or is too old. Ask for a new one.' };

/**
 * Begins an account: a mail to this address leads on. Whether there is one already, the mail tells, and nothing else
 * does; both ways take the same statements.
 */
export const signUp = defineAction({
  id: 'account.signUp',
  access: anyone,
  rateLimit: { max: 10, window: '10 m', onOutage: 'closed' },
  input: signUpSchema,
  rateLimitAlso: perMailbox,
  handler: async ({ input: { email }, tx }) => {
    const token = await createEmailToken(tx, 'sign-up', email);
    const user = await getUserByEmail(tx, email);
    await enqueueMail(tx, user ? accountExists(email, token) : confirmAddress(email, token));
  },
  redirectTo: () => '/check-your-mail?for=sign-up',
});

/** A new person with an org of their own, signed in. An older session of this browser ends. */
export const finishSignUp = defineAction({
  id: 'account.finishSignUp',
  access: anyone,
  rateLimit: { max: 10, window: '10 m', onOutage: 'closed' },
  input: finishSignUpSchema,
  secrets: ['password', 'token'],
  errors: {
    LINK_OVER: linkOver,
    EMAIL_TAKEN: {
      message: 'There is an account with this address already. Sign in instead.',
    },
  },
  prepare: async ({ input, db, fail }) => {
    if (!(await readEmailToken('sign-up', input.token, db))) return fail.LINK_OVER();
    return hashPassword(input.password);
  },
  handler: async ({ input, session, tx, prepared: passwordHash, fail, afterCommit, app }) => {
    const email = await consumeEmailToken(tx, 'sign-up', input.token);
    if (!email) return fail.LINK_OVER();
    const user = await insertUser(tx, { email, name: input.name, passwordHash });
    if (!user) return fail.EMAIL_TAKEN();
    const org = { slug: slugify(input.orgName, 50), name: input.orgName, ownerId: user.id };
    const made =
      (await insertOrg(tx, org)) ??
      (await insertOrg(tx, { ...org, slug: `${org.slug}-${randomWord()}` }));
    if (!made) return fail.CONFLICT();
    if (session) await endSession(tx, app, session.id);
    const token = await createSession(tx, app, user.id);
    const cookie = sessionCookie(app);
    afterCommit(({ cookies }) => cookies.set(cookie.name, token, cookie.options));
    return { userId: user.id, orgSlug: made.slug };
  },
  subject: ({ data }) => data.userId,
  redirectTo: ({ data }) => `/o/${data.orgSlug}`,
});

/** Sends a link to a new password, if there is an account that may have one. The answer is the same, as above. */
export const requestPasswordReset = defineAction({
  id: 'account.requestPasswordReset',
  access: anyone,
  rateLimit: { max: 10, window: '10 m', onOutage: 'closed' },
  input: requestPasswordResetSchema,
  rateLimitAlso: perMailbox,
  handler: async ({ input: { email }, tx }) => {
    const token = await createEmailToken(tx, 'reset', email);
    const user = await getUserByEmail(tx, email);
    const mayHaveOne = user && !user.disabledAt;
    await enqueueMail(tx, mayHaveOne ? choosePassword(email, token) : noAccount(email, token));
  },
  redirectTo: () => '/check-your-mail?for=reset',
});

/** A new password for who reads the address of an account. Whoever is signed in to it, in either app, is no more. */
export const resetPassword = defineAction({
  id: 'account.resetPassword',
  access: anyone,
  rateLimit: { max: 10, window: '10 m', onOutage: 'closed' },
  input: resetPasswordSchema,
  secrets: ['password', 'token'],
  errors: {
    LINK_OVER: linkOver,
  },
  prepare: async ({ input, db, fail }) => {
    if (!(await readEmailToken('reset', input.token, db))) return fail.LINK_OVER();
    return hashPassword(input.password);
  },
  handler: async ({ input, tx, prepared: passwordHash, fail }) => {
    const email = await consumeEmailToken(tx, 'reset', input.token);
    const user = email && (await setPassword(tx, email, passwordHash));
    if (!user) return fail.LINK_OVER();
    await endSessionsOf(tx, user.id);
    await enqueueMail(tx, passwordChanged(user.email));
    return { userId: user.id };
  },
  subject: ({ data }) => data.userId,
  redirectTo: () => '/sign-in?done=password-changed',
});
