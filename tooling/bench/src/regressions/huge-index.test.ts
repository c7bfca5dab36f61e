import { parseWithZod } from '@conform-to/zod/v4';
import { formDataToObject } from '@trpc/server/unstable-core-do-not-import';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { defineAction } from '@repo/actions/define-action';
import { call, formData } from '@repo/actions/testing';
import { anyone } from '@repo/auth/access';
import { useTestDatabase } from '@repo/db/testing';

await useTestDatabase();

const schema = z.object({ title: z.string(), tasks: z.array(z.object({ c: z.string() })) });
/** A form of a few bytes whose one field names an item far away. */
const farAway = (index: number) => formData({ title: 'x', [`tasks[${index}].c`]: 'y' });

// What the libraries make of an index grows with it, so that a hundredth of a million is enough to see it.
const INDEX = 10_000;

describe('one field with a huge index costs what any other field costs', () => {
  const action = defineAction({
    id: 'regressions.hugeIndex',
    access: anyone,
    rateLimit: { max: 100, window: '1 m' },
    input: schema,
    handler: ({ input }) => input,
  });

  test.each([INDEX, 1_000_000, 4_294_967_294, 9_999_999_999])('ours drops %d', async (index) => {
    const { result } = await call(action, farAway(index));
    expect(result).toEqual({ ok: true, data: { title: 'x', tasks: [] }, errors: {} });
  });

  test('ours keeps the nearest two hundred, without holes between them', async () => {
    const { result } = await call(action, farAway(199));
    expect(result).toMatchObject({ ok: true, data: { tasks: [{ c: 'y' }] } });
  });

  test('conform makes a list of that many items, and an error for each', () => {
    const submission = parseWithZod(farAway(INDEX), { schema });
    expect(submission.payload.tasks).toHaveLength(INDEX + 1);
    expect(Object.keys(submission.reply().error ?? {}).length).toBeGreaterThanOrEqual(INDEX);
  });

  test('zod-form-data makes a list of that many items, and an error for each', () => {
    const { error } = zfd.formData(schema).safeParse(farAway(INDEX));
    expect(error?.issues.length).toBeGreaterThanOrEqual(INDEX);
  });

  // What its adapter for server actions does with a form.
  test('tRPC makes a list of that many items', () => {
    expect(formDataToObject(farAway(INDEX)).tasks).toHaveLength(INDEX + 1);
  });
});
