import { useTestDatabase } from '@repo/db/testing';
import { createTestOrg, createTestUser } from '@repo/actions/testing';
import { expect, test, vi } from 'vitest';
import { actAs, type Author } from '../shared/product.ts';
import { createPost } from './actions.ts';

vi.mock('next/cache');
await useTestDatabase();

const fields = { title: 'A first post', slug: 'first', body: 'Hello.' };
const send = (author: Author | null, input: typeof fields) =>
  actAs(author, () => createPost(input));

test('an author creates a post; a stranger, a blank title and a taken address are refused', async () => {
  const org = await createTestOrg();
  const user = await createTestUser({ org, role: 'author' });
  const author = { id: user.id, orgId: org.id };
  expect(await send(author, fields)).toMatchObject({ data: { id: expect.any(String) as string } });
  expect(await send(null, fields)).toMatchObject({ serverError: 'Sign in first.' });
  expect(await send(author, { ...fields, title: ' ' })).toMatchObject({
    validationErrors: { title: { _errors: ['Please fill this in.'] } },
  });
  expect(await send(author, fields)).toMatchObject({
    validationErrors: { slug: { _errors: ['This address is already used.'] } },
  });
});
