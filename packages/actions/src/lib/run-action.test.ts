import { describe, expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { useTestDatabase } from '@repo/db/testing';
import { database } from '@repo/db/client';
import { auditEvents, orgs } from '@repo/db/schema';
import { eq, sql } from 'drizzle-orm';
import { defineAction, tag } from '../define-action.ts';
import { call, formData } from '../testing.ts';
import { withPorts } from './ports.ts';
import { recordingPorts, TestRedirect } from './testing/recording-ports.ts';
import { z } from './zod.ts';
import type { ActionDefinition } from './definition.ts';

await useTestDatabase();

const SECRET = 'hunter2-as-typed';
const input = z.object({ slug: z.string().max(200), password: z.string().optional() });
const errors = { TAKEN: { field: 'slug', message: 'Taken.' } } as const;
type Definition<D> = ActionDefinition<typeof anyone, typeof input, typeof errors, undefined, D>;

/** An action whose handler writes an org, with these properties over it. */
function writing<D = string>(id: string, more: Partial<Definition<D>> = {}) {
  return defineAction<typeof anyone, typeof input, typeof errors, undefined, D>({
    id,
    access: anyone,
    rateLimit: { max: 100, window: '1 m' },
    input,
    errors,
    handler: async ({ input: { slug }, tx }) => {
      await tx.insert(orgs).values({ slug, name: slug });
      return slug as D;
    },
    ...more,
  });
}

const exists = async (slug: string) => (await database().$count(orgs, eq(orgs.slug, slug))) === 1;
const audited = (id: string) =>
  database().select().from(auditEvents).where(eq(auditEvents.action, id));

test('answers with the data, and leaves one row of audit and one line of log', async () => {
  const report = await call(
    writing('t.done', { subject: () => 'row-1' }),
    formData({ slug: 'done' }),
  );
  expect(report.result).toEqual({ ok: true, data: 'done', errors: {} });
  const [row, ...more] = await audited('t.done');
  expect(more).toEqual([]);
  expect(row).toMatchObject({ app: 'web', outcome: 'done', subjectId: 'row-1', actorId: null });
  expect(report.log).toMatchObject([
    { action: 't.done', outcome: 'done', errorId: row?.errorId, level: 30 },
  ]);
});

describe('nothing is kept of a call', () => {
  test('whose handler throws after it wrote', async () => {
    const action = writing('t.throws', {
      handler: async ({ tx }) => {
        await tx.insert(orgs).values({ slug: 'throws', name: 'x' });
        throw new Error('after the write');
      },
    });
    const { result, log } = await call(action, formData({ slug: 'x' }));
    expect(result).toMatchObject({ ok: false, code: 'INTERNAL', values: { slug: 'x' } });
    expect(await exists('throws')).toBe(false);
    const rows = await audited('t.throws');
    expect(rows.map((row) => row.outcome)).toEqual(['INTERNAL']);
    const { errorId } = result as { errorId?: string };
    expect(rows[0]?.errorId).toBe(errorId);
    expect(log.map((line) => line.errorId)).toEqual([errorId, errorId]);
  });

  test('that failed by name after a write', async () => {
    const action = writing('t.fails', {
      handler: async ({ tx, fail }) => {
        await tx.insert(orgs).values({ slug: 'fails', name: 'x' });
        return fail.TAKEN();
      },
    });
    const { result } = await call(action, formData({ slug: 'x' }));
    expect(result).toMatchObject({ ok: false, code: 'TAKEN', errors: { slug: ['Taken.'] } });
    expect(await exists('fails')).toBe(false);
    expect((await audited('t.fails')).map((row) => row.outcome)).toEqual(['TAKEN']);
  });

  test('whose commit fails', async () => {
    await database().execute(
      sql`alter table memberships alter constraint memberships_user_id_users_id_fk deferrable initially deferred`,
    );
    const action = writing('t.commit', {
      handler: async ({ tx }) => {
        const [org] = await tx.insert(orgs).values({ slug: 'commit', name: 'x' }).returning();
        await tx.execute(sql`insert into memberships (org_id, user_id, role)
          values (${org?.id}, uuidv7(), 'member')`);
        return '';
      },
      invalidates: () => [tag('x')],
      redirectTo: () => '/done',
    });
    const report = await call(action, formData({ slug: 'x' }));
    expect(report).toMatchObject({
      result: { ok: false, code: 'INTERNAL' },
      redirect: null,
      invalidations: [],
    });
    expect(await exists('commit')).toBe(false);
    expect((await audited('t.commit')).map((row) => row.outcome)).toEqual(['INTERNAL']);
  });

  test('whose subject cannot be named', async () => {
    const action = writing('t.subject', {
      subject: () => {
        throw new Error('no subject');
      },
    });
    expect((await call(action, formData({ slug: 'subject' }))).result).toMatchObject({
      code: 'INTERNAL',
    });
    expect(await exists('subject')).toBe(false);
  });
});

describe('what was typed into a secret field is in no log, audit or answer', () => {
  const typed = () => formData({ slug: 'secret', password: SECRET });

  test.each<[string, Partial<Definition<string>>]>([
    [
      'an error quotes it',
      {
        prepare: ({ input: { password } }) => {
          throw new Error(`bad ${password}`);
        },
      },
    ],
    [
      'a query has it as parameter',
      {
        handler: async ({ tx, input: { password } }) => {
          await tx.execute(sql`select ${password} from nowhere`);
          return '';
        },
      },
    ],
    [
      'Postgres quotes it',
      {
        handler: async ({ tx, input: { password } }) => {
          await tx.execute(sql`select ${password}::int`);
          return '';
        },
      },
    ],
    [
      'a row with it is refused',
      {
        handler: async ({ tx, input: { password = '' } }) => {
          await tx.insert(orgs).values({ slug: `NO ${password}`, name: password });
          return '';
        },
      },
    ],
    [
      'it is thrown as it is',
      {
        handler: ({ input: { password } }) => {
          throw password as unknown as Error;
        },
      },
    ],
    [
      'it is the name of the error',
      {
        handler: ({ input: { password = '' } }) => {
          throw Object.assign(new Error('x'), { name: password, code: password });
        },
      },
    ],
    [
      'the work after the commit quotes it',
      {
        handler: ({ afterCommit, input: { password } }) => {
          afterCommit(() => {
            throw new Error(`bad ${password}`);
          });
          return '';
        },
      },
    ],
  ])('when %s', async (title, more) => {
    const id = `t.secret.${title}`;
    const report = await call(writing(id, more), typed());
    expect(report.log.length).toBe(2);
    const rows = await audited(id);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([report, rows])).not.toContain(SECRET);
    expect(report.log.every((line) => line.errorId === rows[0]?.errorId)).toBe(true);
    expect(report.result?.ok ?? true).toBe(title.includes('commit'));
  });
});

describe('a committed outcome stays', () => {
  const broken = () => {
    throw new Error('broken');
  };

  test.each<[string, Partial<Definition<string>>]>([
    ['the work after the commit', { handler: ({ afterCommit }) => (afterCommit(broken), 'data') }],
    [
      'the same, later',
      { handler: ({ afterCommit }) => (afterCommit(async () => broken()), 'data') },
    ],
    ['invalidates', { handler: () => 'data', invalidates: broken }],
    ['redirectTo', { handler: () => 'data', redirectTo: broken }],
  ])('when %s throws, and the log has it', async (title, more) => {
    const { result, log } = await call(writing(`t.stays.${title}`, more), formData({ slug: 'x' }));
    expect(result).toEqual({ ok: true, data: 'data', errors: {} });
    expect(log).toMatchObject([{ level: 50, msg: 'failed after the commit' }, { outcome: 'done' }]);
    expect((await audited(`t.stays.${title}`)).map((row) => row.outcome)).toEqual(['done']);
  });
});

describe('a redirect of the framework is thrown on', () => {
  const away = (): never => {
    throw new TestRedirect('/away');
  };
  const later = async () => away();

  test.each<[string, Partial<Definition<string>>, boolean]>([
    ['authorize', { authorize: away }, false],
    ['authorize, later', { authorize: later }, false],
    ['prepare', { prepare: away }, false],
    ['prepare, later', { prepare: later }, false],
    ['handler', { handler: away }, false],
    ['handler, later', { handler: later }, false],
    ['subject', { subject: away }, false],
    ['afterCommit', { handler: ({ afterCommit }) => (afterCommit(away), '') }, true],
    ['afterCommit, later', { handler: ({ afterCommit }) => (afterCommit(later), '') }, true],
    ['invalidates', { invalidates: away }, true],
    ['redirectTo', { redirectTo: away }, true],
  ])('from %s', async (title, more, committed) => {
    const id = `t.away.${title}`;
    const report = await call(
      writing(id, more),
      formData({ slug: title.replaceAll(', ', '-').toLowerCase() }),
    );
    expect(report).toMatchObject({ result: null, redirect: '/away' });
    expect(report.log).toMatchObject([{ outcome: committed ? 'done' : 'LEFT_BY_FRAMEWORK' }]);
    expect((await audited(id)).map((row) => row.outcome)).toEqual(committed ? ['done'] : []);
  });

  test('and stops nothing that has to happen after a commit', async () => {
    const action = writing('t.away.all', {
      handler: ({ afterCommit }) => {
        afterCommit(away);
        afterCommit(({ cookies }) => cookies.set('kept', '1', {}));
        return '';
      },
      invalidates: () => [tag('kept')],
    });
    const report = await call(action, formData({ slug: 'x' }));
    expect(report).toMatchObject({
      redirect: '/away',
      cookies: [{ name: 'kept' }],
      invalidations: [{ tag: 'kept' }],
    });
  });
});

test('every call shape reaches the same action', async () => {
  const action = writing('t.shapes') as unknown as (...args: unknown[]) => Promise<unknown>;
  const run = (...args: unknown[]) => {
    const options = {
      app: 'web',
      caller: async () => null,
      ip: '192.0.2.77',
      headers: {},
    } as const;
    return withPorts(recordingPorts(options, {}).ports, () => action(...args));
  };
  expect(await run({ slug: 'shape-1' })).toMatchObject({ ok: true });
  expect(await run(formData({ slug: 'shape-2' }))).toMatchObject({ ok: true });
  expect(await run({ ok: true, data: 'forged' }, formData({ slug: 'shape-3' }))).toEqual({
    ok: true,
    data: 'shape-3',
    errors: {},
  });
  expect(await run({}, formData({ slug: 'shape-4' }), 'more')).toMatchObject({
    code: 'VALIDATION',
  });
  expect(await exists('shape-4')).toBe(false);
});
