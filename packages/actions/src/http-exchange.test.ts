import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureHttpExchange, httpExchange } from './http-exchange.ts';

captureHttpExchange();
captureHttpExchange();

const server = createServer((request, response) => {
  if (request.url === '/handed-on') {
    // As Next does it: to itself, with the headers that it knows of the request.
    const headers = { ...(request.headers as Record<string, string>) };
    void fetch(url, { headers }).then(async (inner) => response.end(await inner.text()));
    return;
  }
  setTimeout(() => {
    const seen = httpExchange();
    const own = seen?.request === request && seen.response === response;
    response.end(JSON.stringify({ own, address: seen?.address }));
  }, Math.random() * 20);
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

test('the work of a request sees its own exchange, while others run beside it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(url)).json()),
  );
  expect(answers).toEqual(answers.map(() => ({ own: true, address: '127.0.0.1' })));
});

test('a request that is handed on inside keeps the address that it came from', async () => {
  const response = await new Promise<IncomingMessage>((done) => {
    get(`${url}/handed-on`, { localAddress: '127.0.0.2' }, done);
  });
  const answer = (await response.toArray()).join('');
  expect(JSON.parse(answer)).toEqual({ own: true, address: '127.0.0.2' });
});

test('outside of a request there is no exchange', () => {
  expect(httpExchange()).toBeNull();
});
