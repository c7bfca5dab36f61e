import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { tag } from '../../define-action.ts';
import { createTestOrg, createTestUser, expectRefused, formData } from '../../testing.ts';
import { currentPorts } from '../ports.ts';
import { answering, refusing, writeARow } from './bad-action.ts';

await useTestDatabase();

const PASSWORD = 'correct horse battery';
const sent = () => formData({ title: 'A title', password: PASSWORD });
const refused = { ok: false, code: 'TAKEN', errors: { title: ['Taken.'] } };

test('passes for an action that refuses, and gives the report', async () => {
  const { result, audit } = await expectRefused(refusing(), sent(), { code: 'TAKEN' });
  expect(result).toMatchObject({ ...refused, values: { title: 'A title' } });
  expect(audit).toMatchObject([{ outcome: 'TAKEN' }]);
});

test('takes any refusal where no code is named, and objects as well as forms', async () => {
  await expectRefused(refusing(), { title: 'x'.repeat(21) });
  await expectRefused(refusing({ authorize: () => false }), sent());
});

test('does not take the session that it makes for a caller for a change', async () => {
  await expectRefused(refusing(), sent(), { as: await createTestUser() });
});

test('compares no rows where fakes stand in for the database', async () => {
  const fakes = { transaction: () => Promise.reject(new Error('none')), audit: async () => {} };
  await expectRefused(refusing({ authorize: () => false }), sent(), { fakes });
});

describe('fails for an action that', () => {
  test.each([
    [
      'lets the caller in, and so gives away what is not theirs',
      refusing({ handler: ({ tx }) => tx.select().from(orgs) }),
      /^test\.refusing was not refused: it answered .*"data":/,
    ],
    [
      'redirects',
      refusing({ handler: () => 1, redirectTo: () => '/in' }),
      'was not refused: it redirected to /in',
    ],
    [
      'writes before it refuses',
      refusing({ authorize: () => writeARow().then(() => false) }),
      'changed rows of orgs',
    ],
    [
      'changes a row and leaves as many',
      refusing({
        authorize: async () => {
          await database().update(orgs).set({ name: 'y' }).where(eq(orgs.name, 'kept'));
          return false;
        },
      }),
      'changed rows of orgs',
    ],
    [
      'fails by surprise',
      refusing({
        handler: () => {
          throw new Error('the printer is on fire');
        },
      }),
      'failed by surprise (INTERNAL): the printer is on fire',
    ],
    [
      'sets a cookie all the same',
      refusing({
        authorize: async () => {
          (await currentPorts().cookies()).set('theme', 'dark', {});
          return false;
        },
      }),
      'set the cookie theme',
    ],
    [
      'tells a cache all the same',
      refusing({
        authorize: () => {
          currentPorts().invalidateTag(Object.values(tag('posts'))[0] ?? '');
          return false;
        },
      }),
      'invalidated [{"tag":"posts"}]',
    ],
    [
      'gives data with its refusal',
      answering(() => ({ ...refused, data: 'of another org' })),
      'gave data with its refusal',
    ],
    [
      'gives back the password',
      answering(() => ({ ...refused, values: { password: PASSWORD } })),
      'gave back or logged what was typed into a secret field',
    ],
    [
      'logs the password',
      answering(() => {
        currentPorts().logger.info({ typed: [PASSWORD] }, 'refused');
        return refused;
      }),
      'gave back or logged what was typed into a secret field',
    ],
    [
      'gives back a file',
      answering(() => ({ ...refused, values: { title: new File([], 'x') } })),
      'gave back values that are no texts',
    ],
    [
      'answers with a code that nobody declared',
      answering(() => ({ ...refused, code: 'TEAPOT' })),
      'answered TEAPOT, which is no declared code',
    ],
    ['says nothing', answering(() => ({ ...refused, errors: {} })), 'said nothing'],
    [
      'throws',
      answering(() => {
        throw new Error('past the wrapper');
      }),
      'past the wrapper',
    ],
  ])('%s', async (_what, action, problem) => {
    await database().delete(orgs);
    await database().insert(orgs).values({ slug: 'kept', name: 'kept' });
    await expect(expectRefused(action, sent())).rejects.toThrow(problem);
  });

  test('refuses for another reason than the named one', async () => {
    const wrong = expectRefused(refusing(), sent(), { code: 'NOT_FOUND' });
    await expect(wrong).rejects.toThrow('test.refusing answered TAKEN instead of NOT_FOUND');
  });

  test('is no declared action', async () => {
    const action = refusing();
    const around = (previous: unknown, form: FormData) => action(previous, form);
    await expect(expectRefused(around, sent())).rejects.toThrow('This is no declared action');
  });
});

test('says all that is wrong at once', async () => {
  const action = answering(async () => {
    await createTestOrg();
    return { ...refused, data: 1, errors: {} };
  });
  await expect(expectRefused(action, sent(), { code: 'TAKEN' })).rejects.toThrow(
    'test.refusing gave data with its refusal; it said nothing: errors is empty; it changed rows of orgs',
  );
});
