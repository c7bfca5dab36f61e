import { expect, test } from 'vitest';
import { anyone, authenticated, type Access } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import type { AnyDefinition } from '../definition.ts';
import { unlimited, type LimitDecision, type RateLimit } from '../limit/limiter.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { enforceLimit } from './enforce-limit.ts';

const request = { header: () => null, ip: '192.0.2.1' };
const somebody = { user: { id: 'user-1' } } as Session;
const perMinute: RateLimit = { max: 1, window: '1 m' };

/** Runs the step against a store that answers like this; what it was asked, logged and refused. */
async function limit(
  rateLimit: RateLimit | typeof unlimited,
  answer: () => Promise<LimitDecision>,
  session: Session | null = null,
  access: Access = authenticated,
) {
  const asked: unknown[][] = [];
  const logged: object[] = [];
  const ports = {
    limiter: { limit: (...args: unknown[]) => (asked.push(args), answer()) },
    logger: { warn: (fields: object) => void logged.push(fields) },
  } as unknown as Ports;
  try {
    const definition = { id: 'a.b', access, rateLimit } as AnyDefinition;
    await enforceLimit(ports, definition, session, request);
    return { asked, logged, refused: null };
  } catch (error) {
    return { asked, logged, refused: (error as Refusal).failure };
  }
}

const allowed = async () => ({ allowed: true, retryAfter: 1 });
const outage = async () => {
  throw new Error('Failed query: select\nparams: key-of-a-caller');
};

test('counts a person by their id, everybody else by their address, per action', async () => {
  expect((await limit(perMinute, allowed, somebody)).asked).toEqual([
    ['a.b', 'user:user-1', perMinute],
  ]);
  expect((await limit(perMinute, allowed)).asked).toEqual([['a.b', 'ip:192.0.2.1', perMinute]]);
});

test('counts by address what anyone may call, whoever is signed in', async () => {
  const { asked } = await limit(perMinute, allowed, somebody, anyone);
  expect(asked).toEqual([['a.b', 'ip:192.0.2.1', perMinute]]);
});

test('refuses what is too often and says when to come back', async () => {
  const { refused } = await limit(perMinute, async () => ({ allowed: false, retryAfter: 17 }));
  expect(refused).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 17 });
});

test('asks nobody where there is no limit', async () => {
  expect(await limit(unlimited, outage)).toEqual({ asked: [], logged: [], refused: null });
});

test('lets calls pass while the store does not answer, unless the action is closed', async () => {
  expect((await limit(perMinute, outage)).refused).toBeNull();
  expect((await limit({ ...perMinute, onOutage: 'open' }, outage)).refused).toBeNull();
  const closed = await limit({ ...perMinute, onOutage: 'closed' }, outage);
  expect(closed.refused).toMatchObject({ code: 'UNAVAILABLE' });
});
