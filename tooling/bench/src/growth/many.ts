import { defineAction, unlimited } from '@repo/actions/define-action';
import { anyone } from '@repo/auth/access';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { VALID, save } from '../calls/work.ts';
import type { Subject } from '../lib/rounds.ts';

const client = createSafeActionClient();

/** So many actions in one process, each with a schema of its own, called in turn. */
export function manySubjects(actions: number): Record<string, Subject> {
  const schemas = Array.from({ length: actions }, () =>
    z.object({ title: z.string().min(1).max(200), body: z.string().min(1).max(20_000) }),
  );
  const ours = schemas.map((input, i) =>
    defineAction({
      id: `bench.many${actions}-${i}`,
      access: anyone,
      rateLimit: unlimited,
      input,
      handler: (call) => save(call.input),
    }),
  );
  const safeActions = schemas.map((schema) =>
    client.inputSchema(schema).action(async ({ parsedInput }) => save(parsedInput)),
  );
  return {
    'bare zod': inTurn(schemas, async (schema) => ({ data: await save(schema.parse(VALID)) })),
    ours: inTurn(ours, (action) => action(VALID)),
    'next-safe-action': inTurn(safeActions, (action) => action(VALID)),
  };
}

function inTurn<T>(all: readonly T[], call: (one: T) => Promise<unknown>): Subject {
  let next = 0;
  return () => call(all[next++ % all.length] as T);
}
