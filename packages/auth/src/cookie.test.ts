import { beforeEach, expect, test, vi } from 'vitest';
import { sessionCookie } from './cookie.ts';
import { appUrl } from './env.ts';

beforeEach(() => {
  vi.stubEnv('WEB_URL', '');
  vi.stubEnv('ADMIN_URL', '');
});

test('over https the cookie is bound to its host and to https', () => {
  vi.stubEnv('WEB_URL', 'https://app.example.test');
  vi.stubEnv('ADMIN_URL', 'https://admin.example.test');
  const options = { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 34_560_000 };
  expect(sessionCookie('web')).toEqual({
    name: '__Host-perimeter_session',
    options,
  });
  expect(sessionCookie('admin')).toEqual({
    name: '__Host-perimeter_admin_session',
    options,
  });
});

test('over plain http the names differ too, as cookies ignore ports', () => {
  expect(sessionCookie('web')).toMatchObject({
    name: 'perimeter_session',
    options: { secure: false },
  });
  expect(sessionCookie('admin')).toMatchObject({
    name: 'perimeter_admin_session',
    options: { secure: false, httpOnly: true, sameSite: 'lax' },
  });
});

test('in development each app is on localhost when nothing is set; blank means unset', () => {
  expect(appUrl('web', {}).href).toBe('http://localhost:3000/');
  expect(appUrl('admin', { ADMIN_URL: ' ' }).href).toBe('http://localhost:3001/');
  expect(appUrl('web', { WEB_URL: 'http://192.168.1.5:3000' }).host).toBe('192.168.1.5:3000');
});

test.each(['https://app.example.test', 'http://localhost:3000', 'http://127.0.0.1:80'])(
  'production takes %s',
  (WEB_URL) => {
    expect(appUrl('web', { NODE_ENV: 'production', WEB_URL }).href).toBe(new URL(WEB_URL).href);
  },
);

test.each([
  ['nothing', undefined],
  ['blank', '  '],
  ['plain http', 'http://app.example.test'],
  ['a host that only looks local', 'http://localhost.example.test'],
  ['another protocol', 'ftp://app.example.test'],
  ['no address', 'app.example.test'],
])('production refuses %s by name and with an example, rather than guess', (_title, WEB_URL) => {
  expect(() => appUrl('web', { NODE_ENV: 'production', WEB_URL })).toThrow(
    /WEB_URL must be .+, for example https:\/\/app\.example\.com \(set it in \.env\)/,
  );
});

test('an app needs its own address only', () => {
  const source = { NODE_ENV: 'production', ADMIN_URL: 'https://admin.example.test' } as const;
  expect(appUrl('admin', source).host).toBe('admin.example.test');
  expect(() => appUrl('web', source)).toThrow(/WEB_URL/);
});
