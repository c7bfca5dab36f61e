import { expect, test, vi } from 'vitest';
import { requireSameOrigin } from './require-same-origin.ts';

const page = { host: 'app.example.test', origin: 'https://app.example.test' };

function send(headers: Record<string, string | null>) {
  return () =>
    requireSameOrigin('web', { header: (name) => headers[name] ?? null, ip: '192.0.2.1' });
}

test.each([
  ['a fetch from our page', { ...page, 'sec-fetch-site': 'same-origin' }],
  ['a browser without Sec-Fetch-Site', page],
  ['a port of our own', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
])('lets %s pass', (_name, headers) => {
  expect(send(headers)).not.toThrow();
});

test('lets the public address pass where a proxy changes the host', () => {
  vi.stubEnv('WEB_URL', 'https://www.example.test');
  const behind = { host: '10.0.0.7:3000', origin: 'https://www.example.test' };
  expect(send(behind)).not.toThrow();
  vi.stubEnv('WEB_URL', 'https://elsewhere.example.test');
  expect(send(behind)).toThrow('CROSS_ORIGIN');
});

test.each([
  ['another site', { ...page, origin: 'https://evil.example' }],
  ['a subdomain', { ...page, origin: 'https://evil.app.example.test' }],
  ['a site whose name starts like ours', { ...page, origin: 'https://app.example.test.evil.test' }],
  ['our name as user of another site', { ...page, origin: 'https://app.example.test@evil.test' }],
  ['another port', { ...page, origin: 'https://app.example.test:8443' }],
  ['our host on another port', { host: 'localhost:3000', origin: 'http://localhost:3001' }],
  ['an opaque page', { ...page, origin: 'null' }],
  ['an Origin that is no address', { ...page, origin: 'app.example.test' }],
  ['an empty Origin', { ...page, origin: '' }],
  ['a request without Origin', { ...page, origin: null }],
  [
    'no Origin, whatever the browser says',
    { ...page, origin: null, 'sec-fetch-site': 'same-origin' },
  ],
  ['Sec-Fetch-Site cross-site', { ...page, 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site same-site', { ...page, 'sec-fetch-site': 'same-site' }],
  ['Sec-Fetch-Site none', { ...page, 'sec-fetch-site': 'none' }],
  [
    'a forged X-Forwarded-Host',
    { ...page, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
])('refuses %s', (_name, headers) => {
  expect(send(headers)).toThrow('CROSS_ORIGIN');
});
