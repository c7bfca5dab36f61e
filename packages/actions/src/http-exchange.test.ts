import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureHttpExchange, httpExchange } from './http-exchange.ts';

captureHttpExchange();
captureHttpExchange();

const server = createServer((request, response) => {
  setTimeout(() => {
    const seen = httpExchange();
    const own = seen?.request === request && seen.response === response;
    response.end(JSON.stringify({ own, address: seen?.request.socket.remoteAddress }));
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

test('outside of a request there is no exchange', () => {
  expect(httpExchange()).toBeNull();
});
