import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { closeDatabase, database } from '../client.ts';
import { createOrg, createPost, createUser } from '../lib/testing/rows.ts';
import { auditEvents } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import { listDailyFigures, listOutcomeFigures } from './figures.ts';

await useTestDatabase();

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const record = (event: Partial<typeof auditEvents.$inferInsert>) =>
  database()
    .insert(auditEvents)
    .values({ app: 'web', action: 'posts.create', outcome: 'done', ...event });

test('calls of 24 hours and of 7 days are counted by app, action and outcome', async () => {
  for (const hours of [1, 23, 25, 7 * 24 - 1, 7 * 24 + 1]) await record({ at: ago(hours) });
  await record({ outcome: 'FORBIDDEN', at: ago(30) });
  await record({ app: 'admin', action: 'account.signIn' });
  await record({ action: 'account.signIn' });
  expect(await listOutcomeFigures()).toEqual([
    { app: 'web', action: 'posts.create', outcome: 'done', day: 2, week: 4 },
    { app: 'admin', action: 'account.signIn', outcome: 'done', day: 1, week: 1 },
    { app: 'web', action: 'account.signIn', outcome: 'done', day: 1, week: 1 },
    { app: 'web', action: 'posts.create', outcome: 'FORBIDDEN', day: 0, week: 1 },
  ]);
});

test('each of the last days has its sign-ups, posts and refusals, in UTC, and zeros without any', async () => {
  // Where a day of the session's time zone is not one of UTC.
  await database().execute(sql`do $$ begin
    execute format('alter database %I set timezone to %L', current_database(), 'America/New_York');
  end $$`);
  await closeDatabase();
  const midnight = new Date(new Date().setUTCHours(0, 0, 0, 0)).getTime();
  const lastDays = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      new Date(midnight - (count - 1 - day) * 24 * HOUR_MS).toISOString().slice(0, 10),
    );
  // Two hundred days have a change of the clocks among them.
  for (const count of [3, 200])
    expect((await listDailyFigures(count)).map(({ day }) => day)).toEqual(lastDays(count));
  const before = await listDailyFigures(3);
  const yesterday = new Date(midnight - 1);
  const org = await createOrg();
  await createUser({ createdAt: yesterday });
  await createPost(org, { createdAt: new Date(midnight - 24 * HOUR_MS) });
  await createPost(org, { createdAt: new Date(midnight - 2 * 24 * HOUR_MS - 1) });
  await record({ outcome: 'FORBIDDEN', at: yesterday });
  await record({ outcome: 'done', at: yesterday });
  const after = await listDailyFigures(3);
  const { signUps, posts, refusals } = before[1] ?? { signUps: 0, posts: 0, refusals: 0 };
  expect(after[1]).toMatchObject({
    signUps: signUps + 1,
    posts: posts + 1,
    refusals: refusals + 1,
  });
  expect(after[0]).toEqual(before[0]);
});

test('fourteen days, unless told otherwise', async () => {
  expect(await listDailyFigures()).toHaveLength(14);
});
