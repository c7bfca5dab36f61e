import { useTestDatabase } from '@repo/db/testing';
import { createTestOrg, createTestUser } from '@repo/actions/testing';
import { expect, test } from 'vitest';
import { actAs, type Author } from '../shared/product.ts';
import { POST } from './route.ts';

await useTestDatabase();

const fields = { title: 'A first post', slug: 'first', body: 'Hello.' };

async function send(author: Author | null, body: object) {
  const request = new Request('http://localhost/api/posts', {
    method: 'POST',
    headers: { host: 'localhost', origin: 'http://localhost' },
    body: JSON.stringify(body),
  });
  const response = await actAs(author, () => POST(request));
  return { status: response.status, answer: (await response.json()) as object };
}

test('an author creates a post; a stranger, a blank title and a taken address are refused', async () => {
  const org = await createTestOrg();
  const user = await createTestUser({ org, role: 'author' });
  const author = { id: user.id, orgId: org.id };
  expect(await send(author, fields)).toMatchObject({ status: 200 });
  expect(await send(null, fields)).toMatchObject({ status: 401 });
  expect((await send(author, { ...fields, title: ' ' })).answer).toMatchObject({
    errors: { title: ['Please fill this in.'] },
  });
  expect((await send(author, fields)).answer).toMatchObject({
    errors: { slug: ['This address is already used.'] },
  });
});
