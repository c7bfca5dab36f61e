import type { Transaction } from '@repo/db/client';

/** A call that wants to be the only one with its key. */
export interface Claim {
  /** Digest of action, caller and key. */
  id: string;
  /** Digest of what was sent. */
  payload: string;
  expiresAt: Date;
}

/** A call with the same key that had its effect before. */
export interface Earlier {
  payload: string;
  result: { data?: unknown };
}

/** Remembers which keys were used, in the transaction of the effect. */
export interface IdempotencyStore {
  /**
   * Claims the key. A twin that is under way is waited for.
   * @returns null when the key was free, else what the earlier call answered
   * @throws the database's lock timeout when a twin takes too long
   */
  claim(tx: Transaction, claim: Claim): Promise<Earlier | null>;
  /** Keeps the answer for twins that come later. */
  complete(tx: Transaction, id: string, result: { data?: unknown }): Promise<void>;
}
