import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { postgresIdempotency } from './lib/idempotency/postgres.ts';
import { requireDefinition } from './lib/testing/refusal-problems.ts';
import { createPost, deletePost, editPost, publishPost } from './posts/actions.ts';
import { unpublishPost } from './posts/shared/actions.ts';
import pinned from './statements.json' with { type: 'json' };
import {
  call,
  createTestOrg,
  createTestPost,
  createTestUser,
  formData,
  keyFor,
  type TestOrg,
  type TestUser,
} from './testing.ts';

await useTestDatabase();

let org: TestOrg;
let author: TestUser;
let token: string;
/** Each is a round trip of its own: postgres.js waits for one before it sends the next of a transaction. */
const statements: string[] = [];

beforeAll(async () => {
  org = await createTestOrg();
  author = await createTestUser({ org, role: 'author' });
  token = await createSession(database(), 'web', author.id);
  database().$client.options.debug = (_connection: number, query: string) =>
    void statements.push(summary(query));
});
afterEach(() => statements.splice(0));

/** The verb and the tables: enough to know it by. */
function summary(query: string): string {
  const [verb = ''] = query.trim().toLowerCase().split(/\s/, 1);
  const tables = query.matchAll(
    /\b(?:from|into|update|join)\s+"?(?!set\b|lateral\b|clock_timestamp)(\w+)/gi,
  );
  const names = new Set(Array.from(tables, ([, name]) => name));
  return [verb, [...names].join(', ')].filter(Boolean).join(' ');
}

const fields = { title: 'A first post', topic: 'news', summary: '', body: 'Hello.' };
const draft = () => createTestPost(org, author);

test.each([
  ['posts.create', createPost, async () => ({ ...fields, _key: keyFor('posts.create') })],
  ['posts.edit', editPost, async () => ({ ...fields, id: (await draft()).id, slug: 'edited' })],
  ['posts.publish', publishPost, async () => ({ id: (await draft()).id })],
  ['posts.unpublish', unpublishPost, async () => ({ id: (await draft()).id })],
  ['posts.delete', deletePost, async () => ({ id: (await draft()).id })],
] as const)(
  '%s takes the statements that are written down, and no more',
  async (id, action, input) => {
    const sent: Record<string, string> = await input();
    const { bound = [] } = requireDefinition(action);
    const entries = Object.entries(sent);
    const form = formData(Object.fromEntries(entries.filter(([name]) => !bound.includes(name))));
    statements.splice(0);
    const caller = () => validateSession('web', token);
    const done = await call(action as typeof deletePost, form, {
      org,
      // Of its own: now and then a store also removes old keys.
      fakes: { caller, idempotency: postgresIdempotency() },
      ...(bound.length > 0 && { bound: { id: sent.id } }),
    });
    expect(done.redirect).toContain('?done=');
    expect(statements).toEqual(pinned[id]);
  },
);
