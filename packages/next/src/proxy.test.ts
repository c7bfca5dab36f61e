import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { handleRequest, METHOD_HEADER } from './proxy.ts';

function send(headers: Record<string, string> = {}, method = 'GET') {
  return handleRequest(new NextRequest('http://localhost:3000/o/acme', { method, headers }));
}

/** Next hands request headers on by way of response headers with this prefix. */
const passedOn = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`);

test('a body over the limit is refused by its declared length, one at the limit passes', () => {
  expect(send({ 'content-length': String(MAX_BODY_BYTES + 1) }, 'POST').status).toBe(413);
  expect(send({ 'content-length': String(MAX_BODY_BYTES) }, 'POST').status).toBe(200);
});

test('page and answer carry the same policy, with a nonce that is never used again', () => {
  const [first, second] = [send(), send()];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(passedOn(first, 'content-security-policy')).toBe(policy);
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  expect(policy).not.toContain('unsafe');
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
});

test('the method is the request’s own, whatever the client wrote into the header', () => {
  expect(passedOn(send({ [METHOD_HEADER]: 'POST' }), METHOD_HEADER)).toBe('GET');
  expect(passedOn(send({ [METHOD_HEADER]: 'GET' }, 'POST'), METHOD_HEADER)).toBe('POST');
});
