import { anyone } from '@repo/auth/access';
import { database } from '@repo/db/client';
import { orgs } from '@repo/db/schema';
import { defineAction } from '../../define-action.ts';
import type { ActionDefinition } from '../definition.ts';
import { z } from '../zod.ts';

const input = z.object({ title: z.string().max(20), password: z.string().optional() });
const errors = { TAKEN: { field: 'title', message: 'Taken.' } } as const;
type Definition = ActionDefinition<typeof anyone, typeof input, typeof errors, unknown, unknown>;

/** An action that always refuses, with these properties over it. */
export function refusing(more: Partial<Definition> = {}) {
  return defineAction<typeof anyone, typeof input, typeof errors, unknown, unknown>({
    id: 'test.refusing',
    access: anyone,
    rateLimit: { max: 3, window: '1 h' },
    input,
    errors,
    handler: ({ fail }) => fail.TAKEN(),
    ...more,
  });
}

/** A declared action whose function is another: what a mistake of the engine, or a wrapper, would do. */
export function answering(answer: (...args: unknown[]) => unknown, more: Partial<Definition> = {}) {
  const declared = refusing(more);
  const copied = Object.getOwnPropertySymbols(declared).map((symbol) => [
    symbol,
    Reflect.get(declared, symbol) as unknown,
  ]);
  const action = async (...args: unknown[]) => answer(...args);
  return Object.assign(action, Object.fromEntries(copied)) as unknown as typeof declared;
}

/** Writes outside of the transaction, so that nothing rolls it back. */
export async function writeARow(): Promise<void> {
  await database()
    .insert(orgs)
    .values({ slug: `org-${crypto.randomUUID()}`, name: 'x' });
}
