import { defineAction, unlimited } from '@repo/actions/define-action';
import { anyone } from '@repo/auth/access';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Subject } from '../lib/rounds.ts';

const client = createSafeActionClient();

/** A form of so many fields, sent to an action of each contender. */
export function wideSubjects(fields: number): Record<string, Subject> {
  const names = Array.from({ length: fields }, (_, i) => `field${i}`);
  const shape = Object.fromEntries(names.map((name) => [name, z.string().min(1).max(200)]));
  const schema = z.object(shape);
  const form = new FormData();
  for (const name of names) form.set(name, `the value of ${name}`);
  const ours = defineAction({
    id: `bench.wide${fields}`,
    access: anyone,
    rateLimit: unlimited,
    input: schema,
    handler: ({ input }) => Object.keys(input).length,
  });
  const safeAction = client
    .inputSchema(zfd.formData(schema))
    .action(async ({ parsedInput }) => Object.keys(parsedInput).length);
  return {
    'bare zod': async () => ({ data: Object.keys(schema.parse(Object.fromEntries(form))).length }),
    ours: () => ours(undefined, form),
    'next-safe-action': () => safeAction(form),
  };
}
