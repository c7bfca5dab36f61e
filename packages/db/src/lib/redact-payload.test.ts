import { expect, test } from 'vitest';
import { redactPayload } from './redact-payload.ts';

const shownOf = (payload: unknown) => redactPayload(JSON.stringify(payload));

test('ids, codes, dates, amounts and the structure are shown', () => {
  const shown = {
    id: 'evt_1',
    type: 'customer.subscription.updated',
    created: 1_767_225_600,
    data: { object: { customer: 'cus_1', amount: 900, active: true, ended_at: null } },
    items: [{ price_id: 'price_1', quantity: 2, created_at: '2026-03-01T09:00:00Z' }],
  };
  expect(shownOf(shown)).toEqual(shown);
});

test.each([
  ['a name', { name: 'Somebody' }],
  ['an address', { email: 'somebody@example.test' }],
  ['a note', { metadata: { note: 'call back' } }],
  ['a key', { access_token: 'abc', secret: 'abc', hook_url: 'https://example.test/abc' }],
  ['a key that calls itself an id', { access_token_id: 'abc', session_id: 'abc', key_id: 'abc' }],
  ['a sentence where an id belongs', { id: 'my name is' }],
  ['what is called like nothing that is known', { frobnicate: 'abc' }],
  ['a name in the place of a property', { 'somebody@example.test': 1 }],
  ['a name in a dictionary', { metadata: { somebody: 'x' }, labels: { my: { somebody: 1 } } }],
  ['a list of names', { people: ['Somebody'] }],
  ['a text alone', 'abc'],
])('%s is not, only its length', (_what, payload) => {
  const text = JSON.stringify(shownOf(payload));
  expect(text).not.toMatch(/somebody|call back|abc|my name/i);
  expect(text).toMatch(/\[text of \d+\]/);
});

test.each([{ phone: 491701234567 }, { otp: 491701 }, { card: { number: 491701 } }, [491701]])(
  'a number that may be one of somebody is not: %o',
  (payload) => {
    const text = JSON.stringify(shownOf(payload));
    expect(text).not.toContain('491701');
    expect(text).toContain('[number]');
  },
);

test('names that are hidden stay apart, and a name that a prototype has is one like any other', () => {
  expect(shownOf({ metadata: { ab: true, cd: false } })).toEqual({
    metadata: { '[text of 2]': true, '[text of 2] 2': false },
  });
  const shown = redactPayload('{"__proto__":{"id":"x"},"constructor":true}');
  expect(JSON.stringify(shown)).toBe('{"__proto__":{"id":"x"},"constructor":true}');
});

test('a payload that retention has taken is said to be gone', () => {
  expect(redactPayload('')).toBe('[no longer kept]');
});

test('what is no JSON is not shown, and what is nested without end is cut', () => {
  expect(redactPayload('secret')).toBe('[text of 6]');
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  expect(JSON.stringify(redactPayload(deep))).toContain('[too deep]');
});

test('of a megabyte of small values a page shows the first, and says that there are more', () => {
  const wide = shownOf({ ids: Array.from({ length: 300_000 }, () => true), last: true });
  const text = JSON.stringify(wide, null, 2);
  expect(text).toContain('[299001 more]');
  expect(text.length).toBeLessThan(50_000);
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`p${at}`, [[{}]]]));
  expect(JSON.stringify(shownOf(many), null, 2).length).toBeLessThan(50_000);
});
