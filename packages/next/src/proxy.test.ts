import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { handleRequest, METHOD_HEADER } from './proxy.ts';

async function send(headers: Record<string, string> = {}, method = 'GET') {
  return handleRequest(new NextRequest('http://localhost:3000/o/acme', { method, headers }));
}

/** Next hands request headers on by way of response headers with this prefix. */
const passedOn = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`);

test('a body over the limit is refused by its declared length, one at the limit passes', async () => {
  const sized = (length: number) => send({ 'content-length': String(length) }, 'POST');
  expect((await sized(MAX_BODY_BYTES + 1)).status).toBe(413);
  expect((await sized(MAX_BODY_BYTES)).status).toBe(200);
});

test('page and answer carry the same policy, with a nonce that is never used again', async () => {
  const [first, second] = [await send(), await send()];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(passedOn(first, 'content-security-policy')).toBe(policy);
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  expect(policy).not.toContain('unsafe');
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
});

test('the method is the request’s own, whatever the client wrote into the header', async () => {
  expect(passedOn(await send({ [METHOD_HEADER]: 'POST' }), METHOD_HEADER)).toBe('GET');
  expect(passedOn(await send({ [METHOD_HEADER]: 'GET' }, 'POST'), METHOD_HEADER)).toBe('POST');
});

test.each(['/p/%', '/p/%ff', '/o/%c3%28/posts', '/%E0%A4%A'])(
  'an address that is no text (%s) is refused: routes with parameters would answer 500',
  async (path) => {
    const answer = await handleRequest(new NextRequest(`http://localhost:3000${path}`));
    expect([answer.status, await answer.text()]).toEqual([400, '']);
    const fine = await handleRequest(new NextRequest('http://localhost:3000/p/100%25'));
    expect(fine.status).toBe(200);
  },
);
