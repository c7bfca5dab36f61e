import { expect, test } from 'vitest';
import { redactPayload } from './redact-payload.ts';

test('ids, codes, dates, numbers and the structure are shown', () => {
  const shown = {
    id: 'evt_1',
    type: 'customer.subscription.updated',
    data: { object: { customer: 'cus_1', amount: 900, active: true, ended_at: null } },
    items: [{ price_id: 'price_1', created_at: '2026-03-01T09:00:00Z' }],
  };
  expect(redactPayload(JSON.stringify(shown))).toEqual(shown);
});

test.each([
  ['a name', { name: 'Somebody' }],
  ['an address', { email: 'somebody@example.test' }],
  ['a note', { metadata: { note: 'call back' } }],
  ['a key', { access_token: 'abc', secret: 'abc', hook_url: 'https://example.test/abc' }],
  ['a sentence where an id belongs', { id: 'my name is' }],
  ['what is called like nothing that is known', { frobnicate: 'abc' }],
  ['a name in the place of a property', { 'somebody@example.test': 1 }],
  ['a list of names', { people: ['Somebody'] }],
  ['a text alone', 'abc'],
])('%s is not, only its length', (_what, payload) => {
  const text = JSON.stringify(redactPayload(JSON.stringify(payload)));
  expect(text).not.toMatch(/somebody|call back|abc|my name/i);
  expect(text).toMatch(/\[text of \d+\]/);
});

test('what is no JSON is not shown, and what is nested without end is cut', () => {
  expect(redactPayload('secret')).toBe('[text of 6]');
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  expect(JSON.stringify(redactPayload(deep))).toContain('[too deep]');
});
