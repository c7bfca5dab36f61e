import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from './client.ts';
import { createOrg, createPost, createUser } from './lib/testing/rows.ts';
import { createWebhookEvent } from './lib/testing/webhook.ts';
import { emailTokens, mails, memberships, orgs, posts, sessions, users } from './schema.ts';
import { useTestDatabase } from './testing.ts';

await useTestDatabase();

/** The name of the constraint that refuses this statement. */
async function refusedBy(statement: SQL | PromiseLike<unknown>): Promise<unknown> {
  const running = statement && 'then' in statement ? statement : database().execute(statement);
  try {
    await running;
  } catch (error) {
    const { cause } = error as { cause: { constraint_name?: string; column_name?: string } };
    return cause.constraint_name ?? cause.column_name;
  }
  return null;
}

describe('users', () => {
  test.each([
    ['an upper-case address', { email: 'Person@example.test' }, 'users_email_normal'],
    ['an address with spaces around', { email: ' p@example.test' }, 'users_email_normal'],
    ['an address without @', { email: 'example.test' }, 'users_email_normal'],
    ['an address with nothing before @', { email: '@example.test' }, 'users_email_normal'],
    ['a blank name', { name: '   ' }, 'users_name_present'],
    ['a name of 101 characters', { name: 'n'.repeat(101) }, 'users_name_present'],
    ['an unknown staff role', { staffRole: 'root' as never }, 'users_staff_role'],
  ])('%s is refused', async (_title, user, constraint) => {
    expect(await refusedBy(createUser(user))).toBe(constraint);
  });

  test('an address belongs to one person', async () => {
    const { email } = await createUser();
    expect(await refusedBy(createUser({ email }))).toBe('users_email_unique');
  });
});

describe('orgs', () => {
  test.each([
    ['an upper-case slug', { slug: 'Org' }, 'orgs_slug'],
    ['a slug with a slash', { slug: 'a/b' }, 'orgs_slug'],
    ['a slug that ends in a dash', { slug: 'org-' }, 'orgs_slug'],
    ['an empty slug', { slug: '' }, 'orgs_slug'],
    ['a slug of 61 characters', { slug: 'a'.repeat(61) }, 'orgs_slug'],
    ['a slug with a second line', { slug: 'a\nb' }, 'orgs_slug'],
    ['a blank name', { name: ' ' }, 'orgs_name_present'],
    ['a name of 101 characters', { name: 'n'.repeat(101) }, 'orgs_name_present'],
  ])('%s is refused', async (_title, org, constraint) => {
    expect(await refusedBy(createOrg(org))).toBe(constraint);
  });

  test('a slug belongs to one org', async () => {
    const { slug } = await createOrg();
    expect(await refusedBy(createOrg({ slug }))).toBe('orgs_slug_unique');
  });
});

describe('memberships', () => {
  test('a person is in an org once, and as something known', async () => {
    const org = await createOrg();
    const twice = { orgId: org.id, userId: org.author.id, role: 'owner' as const };
    expect(await refusedBy(database().insert(memberships).values(twice))).toBe(
      'memberships_org_id_user_id_pk',
    );
    const strange = { orgId: org.id, userId: (await createUser()).id, role: 'root' as never };
    expect(await refusedBy(database().insert(memberships).values(strange))).toBe(
      'memberships_role',
    );
  });

  test('somebody who wrote posts cannot be dropped from the org', async () => {
    const org = await createOrg();
    await createPost(org);
    const leave = sql`delete from ${memberships} where ${memberships.orgId} = ${org.id}`;
    expect(await refusedBy(leave)).toBe('posts_author_of_org');
  });
});

describe('posts', () => {
  test.each([
    ['an empty title', { title: '' }, 'posts_title'],
    ['a blank title', { title: '   ' }, 'posts_title'],
    ['a title of 201 characters', { title: 't'.repeat(201) }, 'posts_title'],
    ['an unknown topic', { topic: 'gossip' as never }, 'posts_topic'],
    ['an empty summary', { summary: '' }, 'posts_summary'],
    ['a summary of 301 characters', { summary: 's'.repeat(301) }, 'posts_summary'],
    ['an empty body', { body: '' }, 'posts_body'],
    ['a body of 20,001 characters', { body: 'b'.repeat(20_001) }, 'posts_body'],
    ['a slug with a space', { slug: 'a b' }, 'posts_slug'],
    ['a slug of 81 characters', { slug: 'a'.repeat(81) }, 'posts_slug'],
  ])('%s is refused', async (_title, post, constraint) => {
    expect(await refusedBy(createPost(await createOrg(), post))).toBe(constraint);
  });

  test('a title of 200 characters, a body of 20,000 and no summary are taken', async () => {
    const longest = { title: 't'.repeat(200), body: 'b'.repeat(20_000), summary: null };
    expect(await createPost(await createOrg(), longest)).toMatchObject(longest);
  });

  test('an author of another org is refused', async () => {
    const [org, other] = [await createOrg(), await createOrg()];
    expect(await refusedBy(createPost(org, { authorId: other.author.id }))).toBe(
      'posts_author_of_org',
    );
  });

  test('a post cannot move to an org that its author is not in', async () => {
    const [org, other] = [await createOrg(), await createOrg()];
    const { id } = await createPost(org);
    const move = sql`update ${posts} set org_id = ${other.id} where ${posts.id} = ${id}`;
    expect(await refusedBy(move)).toBe('posts_author_of_org');
  });

  test('a slug is taken once in an org, and free in others', async () => {
    const [org, other] = [await createOrg(), await createOrg()];
    await createPost(org, { slug: 'same' });
    expect(await refusedBy(createPost(org, { slug: 'same' }))).toBe('posts_org_slug');
    expect(await refusedBy(createPost(other, { slug: 'same' }))).toBe(null);
  });

  test('an org takes its posts and memberships with it', async () => {
    const org = await createOrg();
    const post = await createPost(org);
    await database().execute(sql`delete from ${orgs} where ${orgs.id} = ${org.id}`);
    expect(await database().$count(posts, sql`${posts.id} = ${post.id}`)).toBe(0);
    expect(await database().$count(users, sql`${users.id} = ${org.author.id}`)).toBe(1);
  });
});

describe('sessions', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

  test.each([
    ['one that outlives its absolute end', { expiresAt: inHours(3) }, 'sessions_lifetime'],
    ['a secret in clear', { secretHash: 'secret' }, 'sessions_secret_hash'],
    ['an audience that names no app', { audience: 'Web' as never }, 'sessions_audience'],
    ['one of nobody', { userId: randomUUID() }, 'sessions_user_id_users_id_fk'],
  ])('%s is refused', async (_title, session, constraint) => {
    const values = {
      id: randomUUID(),
      secretHash: 'a'.repeat(64),
      userId: (await createUser()).id,
      audience: 'web' as const,
      expiresAt: inHours(1),
      absoluteExpiresAt: inHours(2),
      ...session,
    };
    expect(await refusedBy(database().insert(sessions).values(values))).toBe(constraint);
  });
});

test('an audit event names an app, and stays when its actor and org go', async () => {
  const strange = sql`insert into audit_events (app, action, outcome) values ('the api', 'x', 'done')`;
  expect(await refusedBy(strange)).toBe('audit_events_app');
  const [user, org] = [await createUser(), await createOrg()];
  await database().execute(sql`insert into audit_events (app, action, outcome, actor_id, org_id)
    values ('web', 'kept', 'done', ${user.id}, ${org.id})`);
  await database().execute(sql`delete from ${users} where ${users.id} = ${user.id}`);
  await database().execute(sql`delete from ${orgs} where ${orgs.id} = ${org.id}`);
  const rows = await database().execute(
    sql`select actor_id, org_id from audit_events where action = 'kept'`,
  );
  expect([...rows]).toEqual([{ actor_id: null, org_id: null }]);
});

describe('webhook events', () => {
  test.each([
    ['a sender with a space', { provider: 'a b' }, 'webhook_events_provider'],
    ['an empty id', { eventId: '' }, 'webhook_events_event_id'],
    ['an id of 256 characters', { eventId: 'e'.repeat(256) }, 'webhook_events_event_id'],
    ['an empty type', { type: '' }, 'webhook_events_type'],
    ['an unknown status', { status: 'lost' as never }, 'webhook_events_state'],
  ])('%s is refused', async (_title, event, constraint) => {
    expect(await refusedBy(createWebhookEvent(event))).toBe(constraint);
  });
});

describe('links in mails', () => {
  test.each([
    ['a secret in clear', { secretHash: 'secret' }, 'email_tokens_secret_hash'],
    ['an unknown purpose', { purpose: 'api' as never }, 'email_tokens_purpose'],
    ['an upper-case address', { email: 'P@example.test' }, 'email_tokens_email_normal'],
  ])('%s is refused', async (_title, token, constraint) => {
    const values = {
      secretHash: 'a'.repeat(64),
      purpose: 'reset' as const,
      email: 'p@example.test',
      expiresAt: new Date(),
      ...token,
    };
    expect(await refusedBy(database().insert(emailTokens).values(values))).toBe(constraint);
  });
});

describe('mails', () => {
  test.each([
    ['a recipient with a second line', { recipient: 'a@b.example\nBcc: x@y.example' }, 'recipient'],
    ['two recipients', { recipient: 'a@b.example,x@y.example' }, 'recipient'],
    ['a recipient with a name', { recipient: 'A <a@b.example>' }, 'recipient'],
    ['a subject with a second line', { subject: 'x\r\nBcc: x@y.example' }, 'subject'],
    ['an unknown status', { status: 'lost' as never }, 'status'],
    [
      'one that is sent and still has its content',
      { status: 'sent' as const, content: { text: 'x', html: 'x' } },
      'content',
    ],
  ])('%s is refused', async (_title, mail, constraint) => {
    const values = { recipient: 'a@b.example', subject: 'x', expiresAt: new Date(), ...mail };
    expect(await refusedBy(database().insert(mails).values(values))).toBe(`mails_${constraint}`);
  });
});
