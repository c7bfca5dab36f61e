import type { Transaction } from '@repo/db/client';

/**
 * The transaction for as long as the attempt lasts. A job that goes on after its time would otherwise write on a
 * connection that belongs to others by then.
 */
export function guardTransaction(tx: Transaction, isOver: () => boolean): Transaction {
  return new Proxy(tx, {
    get(target, property, receiver) {
      if (isOver()) throw new Error('The time of this attempt is over: its transaction is gone');
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
}
