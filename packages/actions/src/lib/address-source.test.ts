import { describe, expect, test } from 'vitest';
import { addressSource } from './address-source.ts';

const REAL = '203.0.113.5';
const FORGED = '198.51.100.66';
const EDGE = '192.0.2.1';
const everywhere = { VERCEL: '1', FLY_MACHINE_ID: '1' };
const headers = (sent: Record<string, string>) => (name: string) => sent[name] ?? null;

describe.each([
  ['vercel', 'x-forwarded-for'],
  ['cloudflare', 'cf-connecting-ip'],
  ['fly', 'fly-client-ip'],
])('on %s', (name, header) => {
  const addressOf = addressSource([name], everywhere);
  const others = ['x-forwarded-for', 'cf-connecting-ip', 'fly-client-ip', 'x-real-ip', 'forwarded'];
  const forged = Object.fromEntries(others.map((other) => [other, FORGED]));

  test('the header that the edge writes names the client; the client may write all others', () => {
    expect(addressOf(EDGE, headers({ ...forged, [header]: REAL }))).toBe(REAL);
    expect(addressOf(EDGE, headers({ [header]: ' 2001:db8::5 ' }))).toBe('2001:db8::5');
    expect(addressOf(EDGE, headers({ [header]: `::ffff:${REAL}` }))).toBe(REAL);
  });

  test.each(['', 'unknown', `${FORGED}, ${REAL}`, `${REAL}:4711`, '<script>'])(
    'a header that is not one address ("%s") counts the edge',
    (value) => {
      expect(addressOf(EDGE, headers({ [header]: value }))).toBe(EDGE);
    },
  );

  test('without its header the edge is counted, whatever the others say', () => {
    expect(addressOf(EDGE, headers({ ...forged, [header]: '' }))).toBe(EDGE);
  });

  test('it may be written in capitals', () => {
    const spelled = addressSource([name.toUpperCase()], everywhere);
    expect(spelled(EDGE, headers({ [header]: REAL }))).toBe(REAL);
  });
});

test.each([
  ['vercel', 'fly'],
  ['vercel', '10.0.0.0/8'],
  ['::1', 'Cloudflare'],
  ['fly', 'fly'],
])('refuses %s beside %s: one of them would be believed where it must not be', (...mixed) => {
  expect(() => addressSource(mixed, everywhere)).toThrow(/TRUSTED_PROXIES: ".+" stands alone/);
});

test.each([
  ['vercel', 'VERCEL'],
  ['fly', 'FLY_MACHINE_ID'],
])('refuses %s in a process that does not run there', (name, variable) => {
  const message = `TRUSTED_PROXIES: this process does not run on ${name} (${variable} is not set)`;
  expect(() => addressSource([name], {})).toThrow(message);
  expect(() => addressSource([name], { [variable]: '' })).toThrow(message);
});

test('a list believes X-Forwarded-For of its proxies, and no header of a platform', () => {
  const addressOf = addressSource(['10.0.0.0/8'], everywhere);
  const claims = { 'cf-connecting-ip': FORGED, 'fly-client-ip': FORGED, 'x-real-ip': FORGED };
  expect(addressOf('10.0.0.1', headers({ ...claims, 'x-forwarded-for': REAL }))).toBe(REAL);
  expect(addressOf('10.0.0.1', headers(claims))).toBe('10.0.0.1');
  expect(addressOf(REAL, headers({ ...claims, 'x-forwarded-for': FORGED }))).toBe(REAL);
});

test('nobody named is nobody believed', () => {
  const claims = { 'x-forwarded-for': FORGED, 'cf-connecting-ip': FORGED, 'fly-client-ip': FORGED };
  expect(addressSource([], everywhere)('127.0.0.1', headers(claims))).toBe('127.0.0.1');
});
