import { useTestDatabase } from '@repo/db/testing';
import { createTestOrg, createTestUser } from '@repo/actions/testing';
import { expect, test } from 'vitest';
import { actAs, type Author } from '../shared/product.ts';
import { createCallerFactory } from '../shared/trpc.ts';
import { postsRouter } from './router.ts';

await useTestDatabase();

const fields = { title: 'A first post', slug: 'first', body: 'Hello.' };
const caller = createCallerFactory(postsRouter)({});
const send = (author: Author | null, input: typeof fields) =>
  actAs(author, () => caller.create(input));

test('an author creates a post; a stranger, a blank title and a taken address are refused', async () => {
  const org = await createTestOrg();
  const user = await createTestUser({ org, role: 'author' });
  const author = { id: user.id, orgId: org.id };
  expect(await send(author, fields)).toMatchObject({ id: expect.any(String) as string });
  await expect(send(null, fields)).rejects.toThrow('Sign in first.');
  await expect(send(author, { ...fields, title: ' ' })).rejects.toThrow('Please fill this in.');
  await expect(send(author, fields)).rejects.toThrow('This address is already used.');
});
