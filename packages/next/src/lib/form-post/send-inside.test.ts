import { captureHttpExchange, httpExchange } from '@repo/actions/http-exchange';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveBack } from './give-back.ts';
import { cameFromInside, sendInside } from './send-inside.ts';

captureHttpExchange();

/** What the server has seen of the second request. */
interface Seen {
  headers: IncomingHttpHeaders;
  url: string;
  method: string;
  address: string;
  body: string;
}
let seen: Seen[] = [];
/** Held up until then, where a test says so. */
let meanwhile: () => Promise<void> = async () => {};
let beforehand = () => {};
let answer: { status: number; headers: Record<string, string | string[]>; body: string };

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const exchange = httpExchange();
    if (!exchange) throw new Error('no exchange');
    if (!cameFromInside(exchange)) {
      const text = (await incoming.toArray()).join('');
      beforehand();
      const inner = await sendInside(exchange, Buffer.from(text.toUpperCase()), 'text/shouted');
      return giveBack(inner, outgoing);
    }
    const { headers, url = '', method = '' } = incoming;
    const body = (await incoming.toArray()).join('');
    await meanwhile();
    seen.push({ headers, url, method, address: exchange.address, body });
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  })();
});
let port: number;

beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((closed) => (server.listening ? server.close(closed) : closed(null))));

async function send(headers: Record<string, string> = {}, path = '/form?x=1') {
  seen = [];
  const response = await new Promise<IncomingMessage>((done, failed) => {
    const options = { port, host: '127.0.0.1', localAddress: '127.0.0.2', method: 'POST', path };
    request({ ...options, headers, agent: false }, done)
      .on('error', failed)
      .end('typed');
  });
  return { response, body: Buffer.concat(await response.toArray()).toString() };
}

test('the server sees the same request once more, with the other body, from the same client', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  const headers = {
    host: 'app.example.com',
    origin: 'https://app.example.com',
    cookie: 'session=a.b',
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': '198.51.100.7',
    'transfer-encoding': 'chunked',
  };
  await send(headers);
  expect(seen).toHaveLength(1);
  const { 'transfer-encoding': _, ...kept } = headers;
  expect(seen[0]).toMatchObject({
    method: 'POST',
    url: '/form?x=1',
    body: 'TYPED',
    address: '127.0.0.2',
    headers: { ...kept, 'content-type': 'text/shouted', 'content-length': '5' },
  });
  expect(seen[0]?.headers).not.toHaveProperty('transfer-encoding');
});

test('the client gets the answer as it was: status, relative location, each cookie, every byte', async () => {
  const cookies = ['a=1; Path=/', 'b=2; HttpOnly'];
  answer = { status: 303, headers: { location: '/o/acme', 'set-cookie': cookies }, body: '' };
  const redirected = await send();
  expect(redirected.response.statusCode).toBe(303);
  expect(redirected.response.headers.location).toBe('/o/acme');
  expect(redirected.response.headers['set-cookie']).toEqual(cookies);

  answer = { status: 200, headers: { 'x-own': 'yes' }, body: 'ä0'.repeat(1_000_000) };
  const long = await send();
  expect(long.response.headers['x-own']).toBe('yes');
  expect(long.body === answer.body, 'every byte').toBe(true);
});

test('no Host, no forwarding header and no address in the request line sends it anywhere else', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  const elsewhere = createServer((_, outgoing) => outgoing.end('elsewhere'));
  await new Promise<void>((listening) => void elsewhere.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  let asked = 0;
  elsewhere.on('connection', () => (asked += 1));
  const claims: Record<string, string>[] = [
    { host },
    { 'x-forwarded-host': host, forwarded: `host=${host}`, 'x-forwarded-port': '1' },
    { connection: 'host, cookie, origin', host },
  ];
  for (const headers of claims) expect((await send(headers)).body).toBe('ok');
  for (const path of [`http://${host}/`, `//${host}/`, '/../../x', '/%0d%0aHost:%20x'])
    expect((await send({}, path)).body).toBe('ok');
  expect(asked).toBe(0);
  await new Promise((closed) => elsewhere.close(closed));
});

test('a client cannot name headers that are dropped on the way inside', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  await send({
    connection: 'origin, x-forwarded-for',
    origin: 'https://o',
    'x-forwarded-for': '1.2.3.4',
  });
  expect(seen[0]?.headers).toMatchObject({ origin: 'https://o', 'x-forwarded-for': '1.2.3.4' });
});

test('a request from outside is never taken for one from inside, whatever it claims', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  await send({ 'x-inside': '1', 'x-loopback': '1', via: 'inside', 'x-address': '127.0.0.1' });
  // It went inside once, as every other request from outside.
  expect(seen).toMatchObject([{ address: '127.0.0.2', body: 'TYPED' }]);
});

test('what was given inside is done also when who asked has left', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  seen = [];
  const options = { port, host: '127.0.0.1', method: 'POST', agent: false };
  const sent = request(options).on('error', () => {});
  const left = new Promise<void>((done) => {
    meanwhile = async () => {
      sent.destroy();
      await new Promise((passed) => setTimeout(passed, 50));
      setTimeout(done, 50);
    };
  });
  sent.end('typed');
  await left;
  meanwhile = async () => {};
  expect(seen).toMatchObject([{ body: 'TYPED' }]);
});

test('a server that was told to close answers what it took, inside too', async () => {
  answer = { status: 200, headers: {}, body: 'ok' };
  let closed: Promise<unknown> = Promise.resolve();
  beforehand = () => void (closed = new Promise((done) => server.close(done)));
  const { response, body } = await send();
  expect([response.statusCode, body]).toEqual([200, 'ok']);
  await closed;
});
