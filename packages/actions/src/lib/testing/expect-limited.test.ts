import { describe, expect, test } from 'vitest';
import type { Session } from '@repo/auth/session';
import { endSession } from '@repo/auth/sessions';
import { useTestDatabase } from '@repo/db/testing';
import { unlimited } from '../../define-action.ts';
import { createTestUser, expectLimited, formData } from '../../testing.ts';
import type { Limiter } from '../limit/limiter.ts';
import { currentPorts } from '../ports.ts';
import { answering, refusing, writeARow } from './bad-action.ts';

await useTestDatabase();

const sent = () => formData({ title: 'A title' });
const limiting = (decide: (call: number, caller: string) => boolean, retryAfter = 1): Limiter => {
  let calls = 0;
  return { limit: async (_, caller) => ({ allowed: decide((calls += 1), caller), retryAfter }) };
};

test('passes for an action that keeps its limit, for strangers and for people', async () => {
  await expectLimited(refusing({ id: 'test.strangers' }), sent());
  await expectLimited(refusing({ id: 'test.people' }), sent(), { as: await createTestUser() });
});

test('counts calls that are done, and gives each an input of its own where it is a function', async () => {
  const titles: string[] = [];
  const handler = ({ input }: { input: { title: string } }) => void titles.push(input.title);
  let made = 0;
  await expectLimited(refusing({ id: 'test.each', handler }), () => ({ title: `${(made += 1)}` }));
  expect(titles).toEqual(['1', '2', '3', '5']);
});

test('counts a person, also where the action ends their session', async () => {
  const action = refusing({
    id: 'test.leaving',
    handler: async ({ session, tx }) => session && endSession(tx, 'web', session.id),
  });
  await expectLimited(action, sent(), { as: await createTestUser() });
});

test('counts with a lower limit where the declared one is too high to try', async () => {
  const action = refusing({ id: 'test.high', rateLimit: { max: 1000, window: '1 h' } });
  await expect(expectLimited(action, sent())).rejects.toThrow(
    'test.high allows 1000 calls in 1 h, too many to try: expectLimited(..., { max: 3 })',
  );
  await expectLimited(action, sent(), { max: 3 });
});

test('leaves the second limit as it is, and says so when that one comes first', async () => {
  const by = ({ input }: { input: { title: string } }) => input.title;
  const also = (max: number) => ({ by, max, window: '1 h' }) as const;
  const high = { max: 1000, window: '1 h' } as const;
  const wide = refusing({ id: 'test.wide', rateLimit: high, rateLimitAlso: also(9) });
  await expectLimited(wide, sent(), { max: 3 });
  const narrow = refusing({ id: 'test.narrow', rateLimitAlso: also(1) });
  await expect(expectLimited(narrow, sent())).rejects.toThrow(
    'and refused call 2: had this caller called before? With rateLimitAlso, give a function',
  );
  let made = 0;
  await expectLimited(narrow, () => ({ title: `title ${(made += 1)}` }));
});

describe('the second limit', () => {
  const by = ({ input }: { input: { title: string } }) => input.title;
  const about = (id: string, more: object = {}) =>
    refusing({ id, rateLimitAlso: { by, max: 4, window: '1 h' }, ...more });
  const other = { input: formData({ title: 'Another' }) };
  const options = { limit: 'rateLimitAlso', other } as const;

  test('is tried by calls from everywhere, past the first, and leaves other things alone', async () => {
    await expectLimited(about('test.topic'), sent(), options);
    await expectLimited(about('test.of'), sent(), { ...options, as: await createTestUser() });
    await expectLimited(about('test.lower'), sent(), { ...options, max: 2 });
  });

  test('may be about who calls', async () => {
    const [as, another] = [await createTestUser(), await createTestUser()];
    const byPerson = ({ session }: { session: Session | null }) => session?.user.id ?? '';
    const action = about('test.person', { rateLimitAlso: { by: byPerson, max: 3, window: '1 h' } });
    await expectLimited(action, sent(), { ...options, as, other: { as: another } });
  });

  test('has to be there, and needs an input about something else', async () => {
    await expect(expectLimited(refusing(), sent(), options)).rejects.toThrow(
      'test.refusing has no second limit',
    );
    const action = about('test.alone');
    await expect(expectLimited(action, sent(), { limit: 'rateLimitAlso' })).rejects.toThrow(
      'needs a call about something else',
    );
  });

  test.each([
    ['that counts each call apart', { by: () => crypto.randomUUID() }, 'let 9 about the same pass'],
    ['that counts all as one', { by: () => 'all' }, 'limits calls about something else, too'],
  ])('fails for one %s', async (title, wrong, problem) => {
    const rateLimitAlso = { max: 4, window: '1 h', ...wrong } as const;
    const action = about(`test.wrong.${title.length}`, { rateLimitAlso });
    await expect(expectLimited(action, sent(), options)).rejects.toThrow(problem);
  });

  test('fails for an input that never gets that far', async () => {
    const action = about('test.invalid');
    const invalid = formData({ title: 'x'.repeat(21) });
    await expect(expectLimited(action, invalid, options)).rejects.toThrow(
      'only those are counted that pass access and validation',
    );
  });
});

test('works without a database, on fakes', async () => {
  const none = () => Promise.reject(new Error('none'));
  const fakes = { transaction: none, audit: async () => {} };
  await expectLimited(refusing({ id: 'test.fakes', authorize: () => false }), sent(), { fakes });
});

test('fails for an action without a limit', async () => {
  const action = refusing({ rateLimit: unlimited });
  await expect(expectLimited(action, sent())).rejects.toThrow('test.refusing is unlimited');
});

test.each<[string, Limiter, string]>([
  ['that lets everybody pass', limiting(() => true), 'and let 7 of one caller pass'],
  ['that refuses too early', limiting((call) => call < 3), 'and refused call 3: had this caller'],
  ['that refuses too late', limiting((call) => call < 6), 'and refused call 6 only'],
  ['that counts all as one', limiting((call) => call < 4), 'limits another caller, too'],
  ['that names no time', limiting((call) => call !== 4, 0), 'says retryAfter: 0'],
  ['that names a time too far', limiting((call) => call !== 4, 3601), 'says retryAfter: 3601'],
])('fails for a limit %s', async (_what, limiter, problem) => {
  await expect(expectLimited(refusing(), sent(), { fakes: { limiter } })).rejects.toThrow(problem);
});

const limited = { ok: false, code: 'RATE_LIMITED', errors: { _form: ['Wait.'] }, retryAfter: 1 };

/** An action whose fourth call does `more`, and is limited; the fifth is done. */
function fourth(more: () => unknown) {
  let calls = 0;
  return answering(async () => {
    calls += 1;
    if (calls !== 4) return { ok: true, data: null, errors: {} };
    await more();
    return limited;
  });
}

test('fails for an action that writes although it is limited, or audits a flood', async () => {
  await expectLimited(
    fourth(() => {}),
    sent(),
  );
  await expect(expectLimited(fourth(writeARow), sent())).rejects.toThrow('changed rows of orgs');
  const event = { app: 'web', action: 'x', outcome: 'x', actorId: null, orgId: null } as const;
  const audits = () => currentPorts().audit({ ...event, subjectId: null, errorId: null });
  await expect(expectLimited(fourth(audits), sent())).rejects.toThrow('left an audit event');
});

test('fails for an action that throws', async () => {
  const action = answering(() => {
    throw new Error('past the wrapper');
  });
  await expect(expectLimited(action, sent())).rejects.toThrow('past the wrapper');
});
