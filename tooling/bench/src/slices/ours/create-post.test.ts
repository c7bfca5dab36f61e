import { useTestDatabase } from '@repo/db/testing';
import { call, createTestOrg, createTestUser, formData } from '@repo/actions/testing';
import { expect, test } from 'vitest';
import { createPost } from './actions.ts';

await useTestDatabase();

const fields = { title: 'A first post', slug: 'first', body: 'Hello.' };

test('an author creates a post; a stranger, a blank title and a taken address are refused', async () => {
  const org = await createTestOrg();
  const as = await createTestUser({ org, role: 'author' });
  const send = async (input: typeof fields, who: typeof as | null = as) =>
    (await call(createPost, formData(input), { as: who, org })).result;
  expect(await send(fields)).toMatchObject({ ok: true });
  expect(await send(fields, null)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await send({ ...fields, title: ' ' })).toMatchObject({
    errors: { title: ['Please fill this in.'] },
  });
  expect(await send(fields)).toMatchObject({
    errors: { slug: ['This address is already used.'] },
  });
});
