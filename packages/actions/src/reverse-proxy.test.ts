import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startReverseProxy, type ReverseProxyOptions } from '@repo/testing/reverse-proxy';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { captureHttpExchange, httpExchange } from './http-exchange.ts';
import { addressSource, type AddressSource } from './lib/address-source.ts';
import { addressBucket } from './lib/client-address.ts';

captureHttpExchange();

const PROXY = '127.0.0.10';
const OUTER = '127.0.0.11';
let addressOf: AddressSource;

/** Answers with the bucket that the engine would count the caller in. */
const app = createServer(({ headers }, response) => {
  const header = (name: string) => [headers[name]].flat().join(', ') || null;
  response.end(addressBucket(addressOf(httpExchange()?.address ?? '', header)));
});
let target: string;

beforeAll(async () => {
  await new Promise<void>((listening) => void app.listen(0, '127.0.0.1', listening));
  target = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => app.close(closed)));

async function proxy(options: Partial<ReverseProxyOptions> = {}): Promise<string> {
  const started = await startReverseProxy({ target, from: PROXY, ...options });
  onTestFinished(() => started.stop());
  return started.url;
}

async function bucketOf(url: string, client: string, claims: Record<string, string> = {}) {
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    get(url, { localAddress: client, headers: claims, agent: false }, done).on('error', failed);
  });
  return (await answer.toArray()).join('');
}

const forged = (address: string) => ({
  'x-forwarded-for': address,
  'X-Real-IP': address,
  'cf-connecting-ip': address,
  'fly-client-ip': address,
  forwarded: `for=${address}`,
});

describe('behind a proxy that is trusted', () => {
  beforeAll(() => void (addressOf = addressSource([PROXY], {})));

  test('two clients have two buckets, also when both claim to be a third', async () => {
    const url = await proxy();
    expect(await bucketOf(url, '127.0.0.2')).toBe('127.0.0.2');
    expect(await bucketOf(url, '127.0.0.2', forged('198.51.100.1'))).toBe('127.0.0.2');
    expect(await bucketOf(url, '127.0.0.3', forged('198.51.100.1'))).toBe('127.0.0.3');
  });

  test('a client that claims the address of the proxy, or a chain of them, stays itself', async () => {
    const url = await proxy();
    expect(await bucketOf(url, '127.0.0.2', forged(PROXY))).toBe('127.0.0.2');
    expect(await bucketOf(url, '127.0.0.2', forged(`198.51.100.1, ${PROXY}, ${PROXY}`))).toBe(
      '127.0.0.2',
    );
  });

  test('a client that goes round the proxy is counted by its own address', async () => {
    expect(await bucketOf(target, '127.0.0.2', forged('198.51.100.1'))).toBe('127.0.0.2');
  });

  test('IPv6 clients of one /64 are one, of two networks two', async () => {
    const told = (address: string) => proxy({ writes: () => ({ 'x-forwarded-for': address }) });
    const buckets: string[] = [];
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'])
      buckets.push(await bucketOf(await told(address), '127.0.0.2'));
    expect(buckets).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64', '2001:db8:1:3::/64']);
  });
});

test('behind two trusted proxies the client is found; one that is not trusted hides its clients', async () => {
  addressOf = addressSource([PROXY, OUTER], {});
  const outer = await proxy({ target: await proxy(), from: OUTER });
  expect(await bucketOf(outer, '127.0.0.2', forged('198.51.100.1'))).toBe('127.0.0.2');
  addressOf = addressSource([PROXY], {});
  expect(await bucketOf(outer, '127.0.0.2', forged('198.51.100.1'))).toBe(OUTER);
});

test('behind a proxy that is not trusted all clients are the proxy', async () => {
  addressOf = addressSource(['10.0.0.0/8'], {});
  const url = await proxy();
  expect(await bucketOf(url, '127.0.0.2', forged('198.51.100.1'))).toBe(PROXY);
  expect(await bucketOf(url, '127.0.0.3')).toBe(PROXY);
});

test('behind the edge of a platform its own header counts, which it writes over what the client sent', async () => {
  addressOf = addressSource(['cloudflare'], {});
  const url = await proxy({ writes: (client) => ({ 'cf-connecting-ip': client }) });
  expect(await bucketOf(url, '127.0.0.2', forged('198.51.100.1'))).toBe('127.0.0.2');
  expect(await bucketOf(url, '127.0.0.3', forged('198.51.100.1'))).toBe('127.0.0.3');
});
