import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finishSignUp } from '@repo/actions/account/actions';
import { call, formData } from '@repo/actions/testing';
import { useTestDatabase } from '@repo/db/testing';

await useTestDatabase();

describe('a form that failed brings back what was typed, but no password', () => {
  const form = () =>
    formData({ name: 'x', email: 'no address', password: 'correct horse battery' });

  test('ours leaves it out of the answer', async () => {
    const { result } = await call(finishSignUp, form());
    expect(result).toMatchObject({
      ok: false,
      code: 'VALIDATION',
      values: { name: 'x' },
    });
    expect(JSON.stringify(result)).not.toContain('correct horse');
  });

  test('conform sends it back', () => {
    const schema = z.object({ name: z.string(), email: z.email(), password: z.string() });
    const reply = parseWithZod(form(), { schema }).reply();
    expect(reply.initialValue).toMatchObject({ password: 'correct horse battery' });
  });
});
