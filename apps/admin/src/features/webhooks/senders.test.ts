import { expect, test } from 'vitest';
import { stateOf, withSilent } from './senders.ts';

const now = Date.parse('2026-03-01T09:00:00Z');
const stripe = {
  provider: 'stripe',
  lastReceivedAt: new Date(now),
  lastDay: 1,
  waiting: 0,
  waitingSince: null,
  failed: 0,
};

test('a sender that never sent anything is listed, too, and one that web no longer takes', () => {
  const senders = withSilent([stripe, { ...stripe, provider: 'old' }], ['stripe', 'github']);
  const told = senders.map((sender) => `${sender.provider} ${stateOf(sender, now)}`);
  expect(told).toEqual(['github silent', 'old fine', 'stripe fine']);
});

test('the senders that web takes are those of its lock', () => {
  expect(withSilent([]).map(({ provider }) => provider)).toContain('github');
});

test('what failed is said before what is late, and late is what has waited for five minutes', () => {
  const since = (minutes: number) => new Date(now - minutes * 60_000);
  const waits = (minutes: number) => ({ ...stripe, waiting: 1, waitingSince: since(minutes) });
  expect(stateOf(waits(4.9), now)).toBe('fine');
  expect(stateOf(waits(5.1), now)).toBe('late');
  expect(stateOf({ ...waits(5.1), failed: 1 }, now)).toBe('failing');
});
