'use server';

import { anyone } from '@repo/auth/access';
import { sessionCookie } from '@repo/auth/cookie';
import { hashPassword } from '@repo/auth/password';
import { createSession, endSession } from '@repo/auth/sessions';
import { insertOrg, insertUser } from '@repo/db/writes/accounts';
import { defineAction } from '../define-action.ts';
import { randomWord, slugify } from '../lib/slugify.ts';
import { signUpSchema } from './schema.ts';

/** A new person with an org of their own, signed in. An older session of this browser ends. */
export const signUp = defineAction({
  id: 'account.signUp',
  access: anyone,
  rateLimit: { max: 10, window: '10 m', onOutage: 'closed' },
  input: signUpSchema,
  secrets: ['password'],
  errors: {
    EMAIL_TAKEN: {
      field: 'email',
      message: 'There is an account with this address already. Sign in instead.',
    },
  },
  prepare: ({ input }) => hashPassword(input.password),
  handler: async ({ input, session, tx, prepared: passwordHash, fail, afterCommit, app }) => {
    const user = await insertUser(tx, { email: input.email, name: input.name, passwordHash });
    if (!user) return fail.EMAIL_TAKEN();
    const slug = slugify(input.orgName, 50);
    const org =
      (await insertOrg(tx, { slug, name: input.orgName, ownerId: user.id })) ??
      (await insertOrg(tx, {
        slug: `${slug}-${randomWord()}`,
        name: input.orgName,
        ownerId: user.id,
      }));
    if (!org) return fail.CONFLICT();
    if (session) await endSession(tx, app, session.id);
    const token = await createSession(tx, app, user.id);
    const cookie = sessionCookie(app);
    afterCommit(({ cookies }) => cookies.set(cookie.name, token, cookie.options));
    return { userId: user.id, orgSlug: org.slug };
  },
  subject: ({ data }) => data.userId,
  redirectTo: ({ data }) => `/o/${data.orgSlug}`,
});
