import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Transaction } from '@repo/db/client';
import { idempotencyKeys } from '@repo/db/schema';

const LIFETIME_MS = 24 * 3_600_000;

/** What a submit wants to be the only one with. */
export interface Claim {
  claim: string;
  payload: string;
}

/** Digests of who submits with which key, and of what. */
export function claimOf(action: string, userId: string, form: FormData): Claim {
  const key = form.get('_key');
  const sent = [...form].filter(([name]) => name !== '_key');
  return {
    claim: digest([action, userId, key]),
    payload: digest(sent),
  };
}

function digest(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url');
}

/**
 * Claims the key in the transaction of the effect.
 * @returns the id that the first submit made, or null when this is the first; throws when that one sent something else
 */
export async function claimKey(tx: Transaction, { claim, payload }: Claim) {
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ claim, payload, expiresAt })
    .onConflictDoNothing()
    .returning({ claim: idempotencyKeys.claim });
  if (claimed) return null;
  const [earlier] = await tx
    .select({ payload: idempotencyKeys.payload, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.claim, claim));
  if (earlier?.payload !== payload) throw new Error('The key was used for other content');
  return earlier.result?.data as { id: string };
}

/** Keeps the answer for a submit that comes later. */
export async function keepAnswer(tx: Transaction, { claim }: Claim, data: unknown) {
  await tx
    .update(idempotencyKeys)
    .set({ result: { data } })
    .where(eq(idempotencyKeys.claim, claim));
}
