import { eq } from 'drizzle-orm';
import { redirect, unstable_rethrow } from 'next/navigation';
import { createSafeActionClient } from 'next-safe-action';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '@repo/actions/define-action';
import { call, createTestOrg, createTestUser, formData, keyFor } from '@repo/actions/testing';
import { anyone, member } from '@repo/auth/access';
import { database } from '@repo/db/client';
import { memberships, orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';

await useTestDatabase();

const rateLimit = { max: 100, window: '1 m' } as const;
const theirs = createSafeActionClient({ handleServerError: () => 'Something went wrong.' });

async function writeOrg(slug: string, db: Pick<ReturnType<typeof database>, 'insert'>) {
  await db.insert(orgs).values({ slug, name: slug });
  return slug;
}
const written = async (slug: string) => (await database().$count(orgs, eq(orgs.slug, slug))) === 1;

describe('a step that is not async can redirect', () => {
  const leave = (): never => redirect('/sign-in');

  test('ours hands the redirect on to the framework', async () => {
    const action = defineAction({
      id: 'regressions.redirect',
      access: anyone,
      rateLimit,
      input: z.object({}),
      authorize: leave,
      handler: () => 'done',
    });
    const left = call(action, {}, { fakes: { rethrowControlFlow: unstable_rethrow } });
    await expect(left).rejects.toMatchObject({ digest: expect.stringMatching(/^NEXT_REDIRECT;/) });
  });

  test('next-safe-action answers with an error', async () => {
    const action = theirs.use(leave).action(async () => 'done');
    expect(await action()).toMatchObject({ serverError: 'Something went wrong.' });
  });
});

describe('a handler has the powers of the org that the call names, and no others', () => {
  test('ours gives an owner elsewhere the role that they have here', async () => {
    const [mine, here] = [await createTestOrg(), await createTestOrg()];
    const user = await createTestUser({ org: mine, role: 'owner' });
    await database()
      .insert(memberships)
      .values({ orgId: here.id, userId: user.id, role: 'author' });
    const action = defineAction({
      id: 'regressions.powers',
      access: member('author'),
      rateLimit,
      input: z.object({}),
      handler: ({ session }) => ({ role: session.role, org: session.org.slug }),
    });
    const { result } = await call(action, {}, { as: user, org: here });
    expect(result).toMatchObject({ ok: true, data: { role: 'author', org: here.slug } });
  });

  test('next-safe-action adds the narrower list to the wider one', async () => {
    const action = theirs
      .use(async ({ next }) => next({ ctx: { roles: ['owner', 'author'] } }))
      .use(async ({ next }) => next({ ctx: { roles: ['author'] } }))
      .action(async ({ ctx }) => ctx.roles);
    expect((await action()).data).toEqual(['owner', 'author', 'author']);
  });
});

describe('what fails after the commit does not turn a done call into a failed one', () => {
  const explode = async () => {
    throw new Error('the mail server is away');
  };

  test('ours answers with the data, and logs', async () => {
    const action = defineAction({
      id: 'regressions.afterCommit',
      access: anyone,
      rateLimit,
      input: z.object({}),
      handler: ({ tx, afterCommit }) => {
        afterCommit(explode);
        return writeOrg('ours-after-commit', tx);
      },
    });
    const { result, log } = await call(action, {});
    expect(result).toMatchObject({ ok: true, data: 'ours-after-commit' });
    expect(log).toMatchObject([{ msg: 'failed after the commit' }, { outcome: 'done' }]);
    expect(await written('ours-after-commit')).toBe(true);
  });

  test('next-safe-action rejects, with the row written', async () => {
    const action = theirs.action(() => writeOrg('theirs-after-commit', database()), {
      onSuccess: explode,
    });
    await expect(action()).rejects.toThrow('the mail server is away');
    expect(await written('theirs-after-commit')).toBe(true);
  });
});

describe('a plain object schema reads a form', () => {
  const schema = z.object({ title: z.string(), done: z.boolean(), priority: z.number() });
  const form = formData({ title: 'x', done: 'on', priority: '2' });

  test('ours decodes it by the schema', async () => {
    const action = defineAction({
      id: 'regressions.form',
      access: anyone,
      rateLimit,
      input: schema,
      handler: ({ input }) => input,
    });
    const { result } = await call(action, form);
    expect(result).toMatchObject({ ok: true, data: { title: 'x', done: true, priority: 2 } });
  });

  test('next-safe-action refuses the form, or every field of it', async () => {
    const action = theirs.inputSchema(schema).action(async ({ parsedInput }) => parsedInput);
    const sent = await action(form as never);
    expect(sent.data).toBeUndefined();
    expect(sent.validationErrors).toBeDefined();
    const unpacked = await action(Object.fromEntries(form) as never);
    expect(Object.keys(unpacked.validationErrors ?? {})).toEqual(['done', 'priority']);
  });
});

describe('a form that is submitted twice has its effect once', () => {
  let effects = 0;
  beforeEach(() => {
    effects = 0;
  });

  test('ours gives both submits the answer of the first', async () => {
    const action = defineAction({
      id: 'regressions.twice',
      access: anyone,
      rateLimit,
      idempotent: true,
      input: z.object({ title: z.string() }),
      handler: () => (effects += 1),
    });
    const form = () => formData({ title: 'x', _key: key });
    const key = keyFor('regressions.twice');
    const both = await Promise.all([call(action, form()), call(action, form())]);
    expect(both.map(({ result }) => result?.ok && result.data)).toEqual([1, 1]);
    expect(effects).toBe(1);
  });

  test('next-safe-action has no way to tell', async () => {
    const action = theirs
      .inputSchema(z.object({ title: z.string() }))
      .action(async () => (effects += 1));
    await Promise.all([action({ title: 'x' }), action({ title: 'x' })]);
    expect(effects).toBe(2);
  });
});
