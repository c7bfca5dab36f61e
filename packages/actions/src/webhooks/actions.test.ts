import { beforeAll, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, sql } from 'drizzle-orm';
import { createWebhookEvent } from '../lib/testing/create-webhook-event.ts';
import { call, createTestUser, expectRefused, formData, type TestUser } from '../testing.ts';
import { replayWebhookEvent } from './actions.ts';
import { allWebhooks } from './effects.ts';

await useTestDatabase();

let admin: TestUser;
beforeAll(async () => {
  admin = await createTestUser({ staffRole: 'admin' });
});
const asAdmin = () => ({ as: admin, app: 'admin' }) as const;

async function statusOf(id: string) {
  const [row] = await database().select().from(webhookEvents).where(eq(webhookEvents.id, id));
  return row?.status;
}

const jobsOf = (id: string) =>
  database().execute(
    sql`select state from pgboss.job where data->>'job' = 'webhooks.apply' and data->'input'->>'id' = ${id}`,
  );

test.each(['failed', 'received'] as const)(
  'an event that is %s and has not had its effect waits for it again, with one job, and the audit names it',
  async (status) => {
    const { id } = await createWebhookEvent({ status, attempts: 6, lastErrorCode: 'INTERNAL' });
    const done = await call(replayWebhookEvent, formData({ id }), asAdmin());
    expect(done.redirect).toBe(`/webhooks/${id}?done=replayed`);
    expect(done.audit).toMatchObject([
      { action: 'webhooks.replay', actorId: admin.id, subjectId: id },
    ]);
    expect(await statusOf(id)).toBe('received');
    expect(await jobsOf(id)).toMatchObject([{ state: 'created' }]);
  },
);

test('an event that has had its effect does not get a second one', async () => {
  const { id } = await createWebhookEvent({ status: 'applied' });
  await expectRefused(replayWebhookEvent, { id }, { ...asAdmin(), code: 'APPLIED' });
  expect([await statusOf(id), (await jobsOf(id)).length]).toEqual(['applied', 0]);
});

const withEffect = allWebhooks.find(({ apply, events }) => apply && events.length > 0);

test.runIf(withEffect)(
  'an event that was recorded before its type had an effect gets it now',
  async () => {
    const { provider = '', events: [type] = [] } = withEffect ?? {};
    const { id } = await createWebhookEvent({ status: 'recorded', provider, type });
    await call(replayWebhookEvent, formData({ id }), asAdmin());
    expect([await statusOf(id), (await jobsOf(id)).length]).toEqual(['received', 1]);
  },
);

test('an event of a type that nothing is done about is not replayed', async () => {
  const { id } = await createWebhookEvent({ status: 'recorded', type: 'nobody.cares' });
  await expectRefused(replayWebhookEvent, { id }, { ...asAdmin(), code: 'NO_EFFECT' });
  expect([await statusOf(id), (await jobsOf(id)).length]).toEqual(['recorded', 0]);
});

test('an event whose payload is no longer kept cannot be applied any more', async () => {
  const { id } = await createWebhookEvent({ payload: '' });
  await expectRefused(replayWebhookEvent, { id }, { ...asAdmin(), code: 'FORGOTTEN' });
  expect([await statusOf(id), (await jobsOf(id)).length]).toEqual(['failed', 0]);
});

test.each([
  ['unknown', '01890a5d-ac96-774b-bcce-b302099a8057', 'NOT_FOUND'],
  ['no id', 'x', 'VALIDATION'],
  ['an injection', "' or 1=1 --", 'VALIDATION'],
] as const)('an id that is %s is refused', async (_name, id, code) => {
  await expectRefused(replayWebhookEvent, { id }, { ...asAdmin(), code });
});
