import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { describeError } from '../classify-error.ts';
import { createLimiter } from './create-limiter.ts';
import type { RateLimit } from './limiter.ts';
import { upstashStore } from './upstash.ts';

const rate: RateLimit = { max: 1, window: '1 h' };
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A limiter on a REST server that answers like this; and the requests that came. */
async function limiterOn(answer: RequestListener, timeoutMs = 9_000) {
  const requests: { authorization: string | undefined; headers: string[] }[] = [];
  const server = createServer((request, response) => {
    requests.push({
      authorization: request.headers.authorization,
      headers: Object.keys(request.headers),
    });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { algorithm, redis } = upstashStore({ url, token: 'the-token', timeoutMs });
  const secret = 'a secret of thirty-two characters';
  return { limiter: createLimiter(algorithm, secret, { ...(redis && { redis }) }), requests };
}

const refuse: RequestListener = (_, response) =>
  void response.writeHead(401).end(JSON.stringify({ error: 'WRONGPASS invalid auth token' }));

test('nothing is sent before the first call; then the token, and nothing about this machine', async () => {
  const { limiter, requests } = await limiterOn(refuse);
  await new Promise((turn) => setTimeout(turn, 50));
  expect(requests).toEqual([]);
  await limiter.limit('a.b', 'user:1', rate).catch(() => null);
  expect(requests[0]?.authorization).toBe('Bearer the-token');
  expect(requests[0]?.headers.filter((name) => name.includes('telemetry'))).toEqual([]);
});

test('a refused token is an error, not a yes', async () => {
  const { limiter } = await limiterOn(refuse);
  await expect(limiter.limit('a.b', 'user:1', rate)).rejects.toThrow('WRONGPASS');
});

test('the key of a caller does not reach the log', async () => {
  const { limiter } = await limiterOn(refuse);
  const error: unknown = await limiter.limit('a.b', 'user:1', rate).catch((it: unknown) => it);
  const logged = JSON.stringify(describeError(error, []));
  expect(logged).toContain('WRONGPASS');
  expect(logged).not.toContain('limit:a.b');
});

test('a broken connection is an error after one attempt', async () => {
  const { limiter, requests } = await limiterOn((request) => void request.socket.destroy());
  await expect(limiter.limit('a.b', 'user:1', rate)).rejects.toThrow('fetch failed');
  expect(requests).toHaveLength(1);
});

test('a server that says nothing is given up after the timeout', async () => {
  const { limiter, requests } = await limiterOn(() => {}, 300);
  await expect(limiter.limit('a.b', 'user:1', rate)).rejects.toThrow('timeout');
  expect(requests).toHaveLength(1);
});

test('an answer that is none of Upstash is an error, not a yes', async () => {
  const { limiter } = await limiterOn((_, response) => void response.end('<html>It works!</html>'));
  await expect(limiter.limit('a.b', 'user:1', rate)).rejects.toThrow('Unable to parse');
});
