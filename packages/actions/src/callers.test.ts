import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { memberships, type auditEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { createCast, type Caller } from './lib/testing/create-cast.ts';
import { changedTables, fingerprint } from './lib/testing/fingerprint.ts';
import { retryJob } from './jobs/actions.ts';
import { createDeadJob } from './lib/testing/create-dead-job.ts';
import { createWebhookEvent } from './lib/testing/create-webhook-event.ts';
import { disableUser, enableUser, hidePost, restorePost } from './moderation/actions.ts';
import { call, createTestUser, expectRefused, formData, type CallOptions } from './testing.ts';
import { createPost, deletePost, editPost, publishPost } from './posts/actions.ts';
import { unpublishPost } from './posts/shared/actions.ts';
import { replayWebhookEvent } from './webhooks/actions.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

type Outcome = (typeof auditEvents.$inferSelect)['outcome'];
type Table = Record<Caller, Outcome>;

const nobody: Table = {
  anonymous: 'UNAUTHENTICATED',
  'somebody of no org': 'NOT_FOUND',
  member: 'NOT_FOUND',
  author: 'NOT_FOUND',
  'another author': 'NOT_FOUND',
  owner: 'NOT_FOUND',
  "another org's author": 'NOT_FOUND',
  "another org's owner": 'NOT_FOUND',
  'staff moderator': 'NOT_FOUND',
  'staff admin': 'NOT_FOUND',
  'disabled author': 'UNAUTHENTICATED',
  'disabled staff': 'UNAUTHENTICATED',
};
/** An action whose kind of access the app does not expose is not there, for strangers neither. */
const notHere: Table = {
  ...nobody,
  anonymous: 'NOT_FOUND',
  'disabled author': 'NOT_FOUND',
  'disabled staff': 'NOT_FOUND',
};
const writers: Table = {
  ...nobody,
  member: 'FORBIDDEN',
  author: 'done',
  'another author': 'done',
  owner: 'done',
};
const editors: Table = { ...writers, 'another author': 'FORBIDDEN' };
const staff: Table = { ...nobody, 'staff moderator': 'done', 'staff admin': 'done' };
const admins: Table = { ...staff, 'staff moderator': 'FORBIDDEN' };

const text = { title: 'Changed', topic: 'guide', summary: 'x', body: 'Changed.' };
const slug = () => `slug-${crypto.randomUUID()}`;
const published = { publishedAt: new Date() };

/** Each action with the tables of web and admin, and a way to call it on rows of its own. */
const actions = [
  ['posts.create', writers, notHere, createPost, async () => ({ ...text, slug: slug() })],
  [
    'posts.edit',
    editors,
    notHere,
    editPost,
    async () => ({ ...text, slug: slug(), id: (await cast.post()).id }),
  ],
  ['posts.publish', editors, notHere, publishPost, async () => ({ id: (await cast.post()).id })],
  ['posts.delete', editors, notHere, deletePost, async () => ({ id: (await cast.post()).id })],
  [
    'posts.unpublish',
    editors,
    staff,
    unpublishPost,
    async () => ({ id: (await cast.post(published)).id }),
  ],
  ['moderation.hidePost', notHere, staff, hidePost, async () => ({ id: (await cast.post()).id })],
  [
    'moderation.restorePost',
    notHere,
    staff,
    restorePost,
    async () => ({ id: (await cast.post({ hiddenAt: new Date() })).id }),
  ],
  [
    'moderation.disableUser',
    notHere,
    admins,
    disableUser,
    async () => ({ id: (await createTestUser()).id }),
  ],
  [
    'moderation.enableUser',
    notHere,
    admins,
    enableUser,
    async () => ({ id: (await createTestUser({ disabled: true })).id }),
  ],
  ['jobs.retry', notHere, admins, retryJob, createDeadJob],
  ['webhooks.replay', notHere, admins, replayWebhookEvent, createWebhookEvent],
] as const;

describe.each(actions)('%s', (id, web, admin, action, createInput) => {
  describe.each([
    ['web', web],
    ['admin', admin],
  ] as const)('in %s', (app, table) => {
    test.each(Object.entries(table) as [Caller, Outcome][])('%s: %s', async (caller, outcome) => {
      const input = await createInput();
      const as = cast.people[caller];
      const done = outcome === 'done';
      const reach = done ? expectChange : expectRefused;
      const options = { as, app, org: cast.org, ...(!done && { code: outcome as 'FORBIDDEN' }) };
      const report = await reach(action as typeof createPost, input, options);
      expect(report.log).toMatchObject([{ action: id, outcome }]);
      expect(report.audit).toMatchObject([{ action: id, app, outcome, actorId: actorOf(caller) }]);
      expect([typeof report.audit[0]?.subjectId, report.redirect !== null]).toEqual(
        done ? ['string', true] : ['object', false],
      );
    });
  });
});

/** Who is disabled has no session, so is nobody. */
function actorOf(caller: Caller): string | null {
  return caller.startsWith('disabled') ? null : (cast.people[caller]?.id ?? null);
}

async function expectChange(action: typeof createPost, input: object, options: CallOptions) {
  const before = await fingerprint();
  const report = await call(action, input, options);
  const tables = changedTables(before, await fingerprint());
  expect(tables.filter((table) => table !== 'sessions')).not.toEqual([]);
  return report;
}

describe("another org's post is not found, whoever asks in their own org", () => {
  test.each([
    ['edit', editPost, () => ({ ...text, slug: slug() })],
    ['publish', publishPost, () => ({})],
    ['delete', deletePost, () => ({})],
    ['unpublish', unpublishPost, () => ({})],
  ] as const)('%s', async (_verb, action, more) => {
    const foreign = await cast.otherPost();
    const input = { ...more(), id: foreign.id };
    const options = { as: cast.people.owner, org: cast.org };
    await expectRefused(action, input, { ...options, code: 'NOT_FOUND' });
  });
});

test('the org that the call names decides, for one person with a role in each of two', async () => {
  const person = await createTestUser({ org: cast.org, role: 'author' });
  const role = { orgId: cast.otherOrg.id, userId: person.id, role: 'member' as const };
  await database().insert(memberships).values(role);
  const create = (org: { slug: string } | undefined) =>
    call(createPost, formData({ ...text, slug: slug() }), { as: person, org });
  expect((await create(cast.org)).redirect).toContain(`/o/${cast.org.slug}/posts/`);
  expect((await create(cast.otherOrg)).result).toMatchObject({ code: 'FORBIDDEN' });
  expect((await create(undefined)).result).toMatchObject({ code: 'NOT_FOUND' });
  const both = formData({ ...text, slug: slug(), _org: [cast.org.slug, cast.otherOrg.slug] });
  expect((await call(createPost, both, { as: person })).result).toMatchObject({
    code: 'NOT_FOUND',
  });
});
