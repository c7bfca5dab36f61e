import { expect, test } from 'vitest';
import { database } from '../client.ts';
import { createOrg, createPost, createUser } from '../lib/testing/rows.ts';
import { auditEvents } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import { getOverview, listAuditedActions, listAuditEvents } from './audit.ts';

await useTestDatabase();

const record = (event: Partial<typeof auditEvents.$inferInsert>) =>
  database()
    .insert(auditEvents)
    .values({ app: 'web', action: 'posts.create', outcome: 'done', ...event });

test('events are filtered by actor, action and time, newest first', async () => {
  const [org, actor] = [await createOrg(), await createUser({ email: 'actor_1@example.test' })];
  await record({ actorId: actor.id, orgId: org.id, at: new Date('2026-03-01') });
  await record({ actorId: actor.id, action: 'posts.delete', at: new Date('2026-03-02') });
  await record({ outcome: 'UNAUTHENTICATED', at: new Date('2026-03-03') });
  const days = async (filter: Parameters<typeof listAuditEvents>[0]) =>
    (await listAuditEvents(filter)).rows.map(({ at }) => at.getUTCDate());
  expect(await days({})).toEqual([3, 2, 1]);
  expect(await days({ actor: 'ACTOR_1' })).toEqual([2, 1]);
  expect(await days({ actor: 'actor%1' })).toEqual([]);
  expect(await days({ action: 'posts.delete' })).toEqual([2]);
  expect(await days({ action: 'posts.delete\0' })).toEqual([2]);
  expect(await days({ from: new Date('2026-03-02'), before: new Date('2026-03-03') })).toEqual([2]);
  const [first] = (await listAuditEvents({ before: new Date('2026-03-02') })).rows;
  expect(first).toMatchObject({ actor: 'actor_1@example.test', org: org.slug });
  expect(await listAuditedActions()).toEqual(['posts.create', 'posts.delete']);
});

test('events are filtered by app, outcome and reference', async () => {
  await database().delete(auditEvents);
  await record({ errorId: 'a1', at: new Date('2026-04-01') });
  await record({ errorId: 'a2', outcome: 'FORBIDDEN', at: new Date('2026-04-02') });
  await record({ errorId: 'a3', outcome: 'VALIDATION', app: 'admin', at: new Date('2026-04-03') });
  const found = async (filter: Parameters<typeof listAuditEvents>[0]) =>
    (await listAuditEvents(filter)).rows.map(({ errorId }) => errorId);
  expect(await found({ app: 'admin' })).toEqual(['a3']);
  expect(await found({ outcome: 'done' })).toEqual(['a1']);
  expect(await found({ outcome: 'refused' })).toEqual(['a3', 'a2']);
  expect(await found({ outcome: 'FORBIDDEN' })).toEqual(['a2']);
  expect(await found({ errorId: ' a2 ' })).toEqual(['a2']);
  expect(await found({ errorId: 'a', outcome: 'x\0' })).toEqual([]);
});

test('the overview counts what is there, and refusals of the past day apart', async () => {
  const before = await getOverview();
  const org = await createOrg();
  await createUser({ disabledAt: new Date() });
  await createPost(org, { publishedAt: new Date() });
  await createPost(org, { publishedAt: new Date(), hiddenAt: new Date() });
  await record({});
  await record({ outcome: 'FORBIDDEN' });
  await record({ outcome: 'FORBIDDEN', at: new Date(Date.now() - 25 * 3_600_000) });
  const after = await getOverview();
  const added = Object.entries(after).map(([key, value]) => [
    key,
    value - before[key as keyof typeof before],
  ]);
  expect(Object.fromEntries(added)).toEqual({
    people: 2,
    disabled: 1,
    teams: 1,
    published: 1,
    hidden: 1,
    done: 1,
    refused: 1,
  });
});
