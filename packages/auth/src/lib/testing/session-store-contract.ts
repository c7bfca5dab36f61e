import { describe, expect, test } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { database } from '@repo/db/client';
import { sessions, users } from '@repo/db/schema';
import type { Audience } from '../../session.ts';
import { createPerson } from './create-person.ts';
import type { SessionStore } from './session-store.ts';

const HOUR = 3_600_000;
const LIFETIME = {
  web: { idle: 30 * 24 * HOUR, absolute: 90 * 24 * HOUR },
  admin: { idle: 8 * HOUR, absolute: 7 * 24 * HOUR },
};

async function rowOf(token: string) {
  const [row] = await database()
    .select()
    .from(sessions)
    .where(eq(sessions.id, token.slice(0, 22)));
  if (!row) throw new Error('There is no such session');
  return row;
}

/** Lets time pass for one session: its times move into the past. */
async function age(token: string, milliseconds: number) {
  const by = sql`${milliseconds} * interval '1 ms'`;
  await database()
    .update(sessions)
    .set({
      createdAt: sql`${sessions.createdAt} - ${by}`,
      expiresAt: sql`${sessions.expiresAt} - ${by}`,
      absoluteExpiresAt: sql`${sessions.absoluteExpiresAt} - ${by}`,
    })
    .where(eq(sessions.id, token.slice(0, 22)));
}

const fromNow = (date: Date | undefined) => (date?.getTime() ?? 0) - Date.now();

/** What every session store of this audience has to hold. */
export function sessionStoreContract(
  name: string,
  audience: keyof typeof LIFETIME,
  makeStore: (audience: Audience) => SessionStore,
): void {
  const { idle, absolute } = LIFETIME[audience];
  const other = audience === 'web' ? 'admin' : 'web';
  const signIn = async () => {
    const store = makeStore(audience);
    const person = await createPerson();
    return { store, person, token: await store.create(person.id) };
  };

  describe(`${name}, ${audience}`, () => {
    test('a token finds its person, again and again', async () => {
      const { store, person, token } = await signIn();
      for (const session of [await store.validate(token), await store.validate(token)]) {
        expect(session).toMatchObject({ id: token.slice(0, 22), user: { id: person.id } });
        expect(fromNow(session?.expiresAt)).toBeCloseTo(idle, -5);
      }
    });

    test('no two tokens are alike, in no half', async () => {
      const { store, person, token } = await signIn();
      const second = await store.create(person.id);
      expect(second.slice(0, 22)).not.toBe(token.slice(0, 22));
      expect(second.slice(23)).not.toBe(token.slice(23));
    });

    test('a token of one app is worthless in the other', async () => {
      const { token } = await signIn();
      expect(await makeStore(other).validate(token)).toBe(null);
      expect(await makeStore(audience).validate(token)).not.toBe(null);
    });

    test('a text that is no token of ours is nobody, and no error', async () => {
      const { store, person, token } = await signIn();
      const [id, secret] = token.split('.');
      const elsewhere = (await store.create(person.id)).slice(23);
      const { secretHash } = await rowOf(token);
      const wrong = [
        '',
        '.',
        id,
        secret,
        `${id}.`,
        `${id}.${elsewhere}`,
        `${id}.${secretHash}`,
        `${id}.${secretHash.slice(0, 43)}`,
        `${secret}.${id}`,
        token.slice(0, -1),
        token.slice(1),
        `${token}=`,
        ` ${token}`,
        `${token}\n`,
        `${token}\0`,
        token.replace('.', '%2E'),
        `${id}.${secret?.slice(0, -1)}${secret?.endsWith('A') ? 'E' : 'A'}`,
        token.toUpperCase(),
        'x'.repeat(1_000_000),
        `${token}${'x'.repeat(1_000_000)}`,
        '\u{1F36A}'.repeat(66),
        '\ud800',
        '\0',
        "' or 1=1 --",
        '__proto__',
      ];
      for (const text of wrong) expect(await store.validate(text ?? '')).toBe(null);
      expect(await store.validate(token)).not.toBe(null);
    });

    test('ends after the idle time', async () => {
      const { store, token } = await signIn();
      await age(token, idle + 1000);
      expect(await store.validate(token)).toBe(null);
    });

    test('is extended once half of the idle time is used up, and not before', async () => {
      const { store, token } = await signIn();
      await age(token, idle / 2 - HOUR);
      const { expiresAt } = await rowOf(token);
      await store.validate(token);
      expect((await rowOf(token)).expiresAt).toEqual(expiresAt);
      await age(token, 2 * HOUR);
      expect(fromNow((await store.validate(token))?.expiresAt)).toBeCloseTo(idle, -5);
      expect(fromNow((await rowOf(token)).expiresAt)).toBeCloseTo(idle, -5);
    });

    test('ends at its absolute end, however busy it is', async () => {
      const { store, token } = await signIn();
      const step = idle * 0.75;
      for (let passed = step; passed < absolute; passed += step) {
        await age(token, step);
        const session = await store.validate(token);
        const row = await rowOf(token);
        expect(session?.expiresAt).toEqual(row.expiresAt);
        expect(row.expiresAt.getTime()).toBeLessThanOrEqual(row.absoluteExpiresAt.getTime());
        expect(fromNow(row.absoluteExpiresAt)).toBeLessThanOrEqual(absolute - passed + 1000);
      }
      await age(token, step);
      expect(await store.validate(token)).toBe(null);
    });

    test('a disabled person is nobody at once', async () => {
      const { store, person, token } = await signIn();
      await database().update(users).set({ disabledAt: new Date() }).where(eq(users.id, person.id));
      expect(await store.validate(token)).toBe(null);
    });

    test('ending one session leaves the others', async () => {
      const { store, person, token } = await signIn();
      const second = await store.create(person.id);
      await store.end(token.slice(0, 22));
      await store.end(token.slice(0, 22));
      expect(await store.validate(token)).toBe(null);
      expect(await store.validate(second)).not.toBe(null);
    });

    test('ending all sessions of a person ends both apps, and nobody else', async () => {
      const { store, person, token } = await signIn();
      const elsewhere = await makeStore(other).create(person.id);
      const neighbour = await signIn();
      await store.endAllOf(person.id);
      expect(await store.validate(token)).toBe(null);
      expect(await makeStore(other).validate(elsewhere)).toBe(null);
      expect(await store.validate(neighbour.token)).not.toBe(null);
    });
  });
}
