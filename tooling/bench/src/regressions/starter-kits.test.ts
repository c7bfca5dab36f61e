import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signIn } from '@repo/actions/account/shared/actions';
import { defineAction } from '@repo/actions/define-action';
import { createPost } from '@repo/actions/posts/actions';
import {
  call,
  createTestOrg,
  createTestUser,
  formData,
  type TestOrg,
  type TestUser,
} from '@repo/actions/testing';
import { anyone, authenticated } from '@repo/auth/access';
import { database } from '@repo/db/client';
import { posts } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';

// What was found in dub, midday, next-forge and saas-starter, which are no packages: how it is here.

await useTestDatabase();

let [mine, other]: TestOrg[] = [];
let author: TestUser;

beforeAll(async () => {
  [mine, other] = [await createTestOrg(), await createTestOrg()];
  author = await createTestUser({ org: mine, role: 'author' });
});

const fields = { title: 'A post', topic: 'news', summary: '', body: 'Hello.' };
const post = () => ({ ...fields, slug: crypto.randomUUID() });
const postsOf = (org: TestOrg | undefined) =>
  database().$count(posts, eq(posts.orgId, org?.id ?? ''));

describe('the tenant is the one that the caller belongs to, never one that the input names (dub)', () => {
  test.each(['orgId', 'workspaceId', 'org', 'session.org.id'])('in %s', async (field) => {
    const before = await postsOf(mine);
    const { redirect } = await call(createPost, formData({ ...post(), [field]: other?.id ?? '' }), {
      as: author,
      org: mine,
    });
    expect(redirect).toContain(`/o/${mine?.slug}/`);
    expect(await postsOf(mine)).toBe(before + 1);
    expect(await postsOf(other)).toBe(0);
  });

  test("in the reserved field: another org's slug is not found", async () => {
    const { result } = await call(createPost, formData(post()), { as: author, org: other });
    expect(result).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await postsOf(other)).toBe(0);
  });
});

describe('the role is asked by the action itself, not by the page around it (saas-starter)', () => {
  test('a member who may only read is refused when they call it directly', async () => {
    const as = await createTestUser({ org: mine, role: 'member' });
    const before = await postsOf(mine);
    const { result } = await call(createPost, formData(post()), { as, org: mine });
    expect(result).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await postsOf(mine)).toBe(before);
  });
});

describe('limits hold with an empty environment (next-forge)', () => {
  const limited = (access: typeof anyone | typeof authenticated) =>
    defineAction({
      id: `regressions.limit.${access.kind}`,
      access,
      rateLimit: { max: 2, window: '1 h' },
      input: z.object({}),
      handler: () => 'done',
    });
  const [forAnyone, forPeople] = [limited(anyone), limited(authenticated)];
  const codes = async (options: { ip: string; as?: TestUser }, calls: number) => {
    const answered: (string | undefined)[] = [];
    for (let made = 0; made < calls; made += 1) {
      const { result } = await call(options.as ? forPeople : forAnyone, {}, options);
      answered.push(result?.ok === false ? result.code : 'done');
    }
    return answered;
  };

  test('and one stranger does not use up what is another one’s', async () => {
    expect(process.env.UPSTASH_REDIS_REST_URL ?? process.env.REDIS_URL ?? '').toBe('');
    expect(await codes({ ip: '192.0.2.1' }, 3)).toEqual(['done', 'done', 'RATE_LIMITED']);
    expect(await codes({ ip: '192.0.2.2' }, 1)).toEqual(['done']);
  });

  test('and people who are signed in share none, whatever address they come from', async () => {
    const [a, b] = [await createTestUser(), await createTestUser()];
    expect(await codes({ ip: '192.0.2.1', as: a }, 3)).toEqual(['done', 'done', 'RATE_LIMITED']);
    expect(await codes({ ip: '192.0.2.1', as: b }, 1)).toEqual(['done']);
  });
});

describe('a number in a form passes a schema that wants a number (saas-starter)', () => {
  const schema = z.object({ memberId: z.number() });
  const form = formData({ memberId: '7' });

  test('ours reads it by the schema', async () => {
    const action = defineAction({
      id: 'regressions.number',
      access: anyone,
      rateLimit: { max: 100, window: '1 m' },
      input: schema,
      handler: ({ input }) => input,
    });
    const { result } = await call(action, form);
    expect(result).toMatchObject({ ok: true, data: { memberId: 7 } });
  });

  test('the form as an object can never pass it', () => {
    expect(schema.safeParse(Object.fromEntries(form)).success).toBe(false);
  });
});

describe('a sign-in that failed brings back the address, but no password (saas-starter)', () => {
  test('in the answer, and in the log', async () => {
    const form = formData({ email: 'nobody@example.test', password: 'correct horse battery' });
    const { result, log } = await call(signIn, form);
    expect(result).toMatchObject({ ok: false, values: { email: 'nobody@example.test' } });
    expect(JSON.stringify([result, log])).not.toContain('correct horse');
  });
});

describe('the text of an exception stays on the server (dub, midday, next-forge)', () => {
  test('an error of the database becomes a sentence and an id', async () => {
    const action = defineAction({
      id: 'regressions.databaseError',
      access: anyone,
      rateLimit: { max: 100, window: '1 m' },
      input: z.object({}),
      handler: ({ tx }) => tx.execute('select secret_column from users'),
    });
    const { result, log } = await call(action, {});
    expect(result).toMatchObject({ ok: false, code: 'INTERNAL', errorId: expect.any(String) });
    expect(JSON.stringify(result)).not.toMatch(/secret_column|select|users/);
    expect(JSON.stringify(log)).toContain('secret_column');
  });
});
