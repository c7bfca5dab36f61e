import { randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { database, type Queryable, type Transaction } from '@repo/db/client';
import { emailTokens } from '@repo/db/schema';
import { hashSecret } from './lib/token.ts';

/** What a link in a mail is for: to make an account, or to choose a new password. */
export type EmailPurpose = (typeof emailTokens.$inferSelect)['purpose'];

const MINUTE_MS = 60_000;
const GOOD_FOR_MS: Record<EmailPurpose, number> = {
  'sign-up': 24 * 60 * MINUTE_MS,
  reset: 60 * MINUTE_MS,
};

/** What goes into a link, and nowhere else. */
export interface EmailToken {
  token: string;
  expiresAt: Date;
}

/** Proof that somebody reads an address, for one purpose, once. It ends an earlier one for the same. Stored is a hash. */
export async function createEmailToken(
  tx: Transaction,
  purpose: EmailPurpose,
  email: string,
): Promise<EmailToken> {
  const token = randomBytes(32).toString('base64url');
  const fresh = {
    secretHash: hashSecret(token),
    expiresAt: new Date(Date.now() + GOOD_FOR_MS[purpose]),
  };
  await tx
    .insert(emailTokens)
    .values({ purpose, email, ...fresh })
    .onConflictDoUpdate({ target: [emailTokens.purpose, emailTokens.email], set: fresh });
  return { token, expiresAt: fresh.expiresAt };
}

const isGood = (purpose: EmailPurpose, token: string) =>
  and(
    eq(emailTokens.secretHash, hashSecret(token)),
    eq(emailTokens.purpose, purpose),
    gt(emailTokens.expiresAt, sql`now()`),
  );

/** The address that a token is for, or null when it is none, too old, used, or for something else. It stays good. */
export async function readEmailToken(
  purpose: EmailPurpose,
  token: string,
  db: Queryable = database(),
): Promise<string | null> {
  const [row] = await db
    .select({ email: emailTokens.email })
    .from(emailTokens)
    .where(isGood(purpose, token));
  return row?.email ?? null;
}

/** The same, and uses it up with the transaction: of many at once, one gets the address. */
export async function consumeEmailToken(
  tx: Transaction,
  purpose: EmailPurpose,
  token: string,
): Promise<string | null> {
  const [row] = await tx
    .delete(emailTokens)
    .where(isGood(purpose, token))
    .returning({ email: emailTokens.email });
  return row?.email ?? null;
}
