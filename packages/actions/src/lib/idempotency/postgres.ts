import type { Transaction } from '@repo/db/client';
import { idempotencyKeys } from '@repo/db/schema';
import { eq, inArray, lt, sql } from 'drizzle-orm';
import type { IdempotencyStore } from './store.ts';

/** At most so many at once: it is some caller who waits for it. */
const CLEAN_UP_ROWS = 2000;

/**
 * Keys in Postgres. The primary key decides between twins: the second one's insert waits until the first has
 * committed (then it finds the answer) or rolled back (then it goes ahead).
 *
 * @param cleanUpEvery - one claim in this many also removes rows that nobody needs any more
 */
export function postgresIdempotency(cleanUpEvery = 500): IdempotencyStore {
  let claims = 0;

  return {
    async claim(tx, { id, payload, expiresAt }) {
      claims = (claims + 1) % cleanUpEvery;
      const [claimed] = await tx
        .insert(idempotencyKeys)
        .values({ claim: id, payload, expiresAt })
        .onConflictDoNothing()
        .returning({ claim: idempotencyKeys.claim });
      if (claimed) {
        if (claims === 0) await cleanUp(tx);
        return null;
      }
      const [earlier] = await tx
        .select({ payload: idempotencyKeys.payload, result: idempotencyKeys.result })
        .from(idempotencyKeys)
        .where(eq(idempotencyKeys.claim, id));
      if (!earlier?.result) throw new Error('A claimed idempotency key has no answer');
      return { payload: earlier.payload, result: earlier.result };
    },
    async complete(tx, id, result) {
      await tx.update(idempotencyKeys).set({ result }).where(eq(idempotencyKeys.claim, id));
    },
  };
}

/** Leaves out what another instance holds: two that clean up at once must not wait for each other in a ring. */
async function cleanUp(tx: Transaction): Promise<void> {
  const old = tx
    .select({ claim: idempotencyKeys.claim })
    .from(idempotencyKeys)
    .where(lt(idempotencyKeys.expiresAt, sql`now()`))
    .limit(CLEAN_UP_ROWS)
    .for('update', { skipLocked: true });
  await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.claim, old));
}
