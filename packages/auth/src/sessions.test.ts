import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { expect, test, vi } from 'vitest';
import { database } from '@repo/db/client';
import * as schema from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { createPerson } from './lib/testing/create-person.ts';
import { createSession, endSession, validateSession } from './sessions.ts';

await useTestDatabase();

const { sessions, memberships } = schema;

/** The test database, with every statement written down. */
function counted() {
  const statements: string[] = [];
  const logger = { logQuery: (query: string) => void statements.push(query.split(' ')[0] ?? '') };
  const db = drizzle(database().$client, { schema, casing: 'snake_case', logger });
  return { db, statements };
}

async function shift(token: string, times: { expires: string; absolute: string }) {
  await database()
    .update(sessions)
    .set({
      expiresAt: sql`now() + ${times.expires}::interval`,
      absoluteExpiresAt: sql`now() + ${times.absolute}::interval`,
    })
    .where(eq(sessions.id, token.slice(0, 22)));
}

test('a dump of the database signs nobody in', async () => {
  const tokens = [];
  for (const audience of ['web', 'admin'] as const) {
    const { id } = await createPerson({ role: 'owner', staffRole: 'admin' });
    tokens.push(await createSession(database(), audience, id));
  }
  const [row] = await database().execute<{ dump: string }>(
    sql`select database_to_xml(true, true, '')::text as dump`,
  );
  const dump = row?.dump ?? '';
  for (const token of tokens) {
    expect(dump).toContain(token.slice(0, 22));
    expect(dump).not.toContain(token.slice(23));
    for (const encoding of ['hex', 'base64'] as const)
      expect(dump).not.toContain(Buffer.from(token.slice(23), 'base64url').toString(encoding));
  }
  const values = [...new Set([...dump.matchAll(/>([^<\s]+)</g)].map(([, text]) => text ?? ''))];
  expect(values.length).toBeGreaterThan(10);
  const candidates = values.flatMap((value) => [
    value,
    ...values.flatMap((part) => [`${value}.${part}`, `${value}.${part.slice(0, 43)}`]),
  ]);
  for (const audience of ['web', 'admin'] as const) {
    for (const text of candidates) expect(await validateSession(audience, text)).toBe(null);
  }
}, 60_000);

test('checking a session takes one query, and none for a text that is no token', async () => {
  const { id } = await createPerson({ role: 'author' });
  const token = await createSession(database(), 'web', id);
  const { db, statements } = counted();
  expect(await validateSession('web', token, db)).not.toBe(null);
  expect(statements).toEqual(['select']);
  expect(await validateSession('web', 'nonsense', db)).toBe(null);
  expect(statements).toHaveLength(1);
});

test('an extension writes once, and a session at its absolute end writes no more', async () => {
  const { id } = await createPerson();
  const token = await createSession(database(), 'web', id);
  await shift(token, { expires: '10 days', absolute: '12 days' });
  const { db, statements } = counted();
  const extended = await validateSession('web', token, db);
  expect(statements).toEqual(['select', 'update']);
  const [row] = await database().select().from(sessions).where(eq(sessions.userId, id));
  expect(row?.expiresAt).toEqual(row?.absoluteExpiresAt);
  expect(extended?.expiresAt).toEqual(row?.absoluteExpiresAt);
  await validateSession('web', token, db);
  await validateSession('web', token, db);
  expect(statements).toEqual(['select', 'update', 'select', 'select']);
});

test('an expired session leaves the table when it is shown, or at the next sign-in', async () => {
  const { id } = await createPerson();
  const count = () => database().$count(sessions, eq(sessions.userId, id));
  const shown = await createSession(database(), 'web', id);
  const forgotten = await createSession(database(), 'admin', id);
  for (const token of [shown, forgotten])
    await shift(token, { expires: '-1 second', absolute: '1 day' });
  expect(await validateSession('web', shown)).toBe(null);
  expect(await count()).toBe(1);
  await createSession(database(), 'web', id);
  expect(await count()).toBe(1);
});

test('a sign-in that rolls back leaves no session', async () => {
  const { id } = await createPerson();
  let token = '';
  const work = database().transaction(async (tx) => {
    token = await createSession(tx, 'web', id);
    expect(await validateSession('web', token, tx)).not.toBe(null);
    throw new Error('Something else failed');
  });
  await expect(work).rejects.toThrow('Something else failed');
  expect(await validateSession('web', token)).toBe(null);
});

test('roles are read anew for every request', async () => {
  const person = await createPerson({ role: 'author', staffRole: 'admin' });
  const token = await createSession(database(), 'admin', person.id);
  const session = await validateSession('admin', token);
  expect(session).toEqual({
    id: token.slice(0, 22),
    audience: 'admin',
    expiresAt: expect.any(Date) as Date,
    user: { id: person.id, email: person.email, name: 'Person', staffRole: 'admin' },
    memberships: [
      {
        org: { id: expect.any(String) as string, slug: person.orgSlug, name: 'Org' },
        role: 'author',
      },
    ],
  });
  await database()
    .update(schema.users)
    .set({ staffRole: null })
    .where(eq(schema.users.id, person.id));
  await database().delete(memberships).where(eq(memberships.userId, person.id));
  expect(await validateSession('admin', token)).toMatchObject({
    user: { staffRole: null },
    memberships: [],
  });
});

test('a session of one app is not ended through the other', async () => {
  const { id } = await createPerson();
  const token = await createSession(database(), 'web', id);
  await endSession(database(), 'admin', token.slice(0, 22));
  expect(await validateSession('web', token)).not.toBe(null);
});

test('a session carries no secret: it can be logged', async () => {
  const { id } = await createPerson({ passwordHash: 'the-hash' });
  const token = await createSession(database(), 'web', id);
  const text = JSON.stringify(await validateSession('web', token));
  expect(text).not.toContain(token.slice(23));
  expect(text).not.toContain('the-hash');
  expect(text).not.toMatch(/[0-9a-f]{64}/);
});

test('importing opens nothing and reads no environment', async () => {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('WEB_URL', 'nonsense');
  await expect(import('./sessions.ts')).resolves.toBeDefined();
  await expect(import('./cookie.ts')).resolves.toBeDefined();
});
