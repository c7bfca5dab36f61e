import { beforeAll, expect, test } from 'vitest';
import { getJob } from '@repo/db/queries/jobs';
import { useTestDatabase } from '@repo/db/testing';
import { createDeadJob } from '../lib/testing/create-dead-job.ts';
import { call, createTestUser, expectRefused, formData, type TestUser } from '../testing.ts';
import { retryJob } from './actions.ts';

await useTestDatabase();

let admin: TestUser;
beforeAll(async () => {
  admin = await createTestUser({ staffRole: 'admin' });
});
const asAdmin = () => ({ as: admin, app: 'admin' }) as const;

test('a dead job waits again, with one attempt more, and the audit names it', async () => {
  const { id } = await createDeadJob();
  const done = await call(retryJob, formData({ id }), asAdmin());
  expect(done.redirect).toBe(`/jobs/${id}?done=retried`);
  expect(done.audit).toMatchObject([{ action: 'jobs.retry', actorId: admin.id, subjectId: id }]);
  expect(await getJob(id)).toMatchObject({ status: 'waiting', maxAttempts: 4 });
});

test('a second click finds that it is not dead any more, and gives no second attempt', async () => {
  const { id } = await createDeadJob();
  await call(retryJob, formData({ id }), asAdmin());
  await expectRefused(retryJob, formData({ id }), { ...asAdmin(), code: 'NOT_DEAD' });
  expect(await getJob(id)).toMatchObject({ maxAttempts: 4 });
});

test.each([
  ['unknown', '01890a5d-ac96-774b-bcce-b302099a8057', 'NOT_FOUND'],
  ['no id', 'x', 'VALIDATION'],
  ['an injection', "' or 1=1 --", 'VALIDATION'],
] as const)('an id that is %s is refused', async (_name, id, code) => {
  await expectRefused(retryJob, { id }, { ...asAdmin(), code });
});
