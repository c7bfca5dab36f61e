import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { startPostgres } from '../postgres.ts';
import { openDatabase } from './database.ts';
import { getFreePort } from './free-port.ts';

const servers: Server[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

const open = () => openDatabase(() => {});

test('a database that is not there: one sentence with the remedy, without the password', async () => {
  const port = await getFreePort();
  vi.stubEnv('DATABASE_URL', `postgresql://someone:hunter2@127.0.0.1:${port}/product`);
  await expect(open()).rejects.toThrow(
    `The database postgresql://someone:***@127.0.0.1:${port}/product does not answer (ECONNREFUSED). ` +
      'Start it, correct DATABASE_URL, or unset DATABASE_URL to use the embedded Postgres.',
  );
});

test('another kind of server is not taken for a database', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('DATABASE_URL', `postgresql://someone@127.0.0.1:${port}/product`);
  await expect(open()).rejects.toThrow(/does not answer \(not Postgres\)/);
});

test.each(['mysql://root@127.0.0.1/product', 'not a url'])(
  '%s is refused as no Postgres URL',
  async (url) => {
    vi.stubEnv('DATABASE_URL', url);
    await expect(open()).rejects.toThrow(/^DATABASE_URL is not a Postgres URL\. Write it as/);
  },
);

test('a database that answers is used, and shown without its password', async () => {
  const postgres = await startPostgres({ ephemeral: true });
  vi.stubEnv('DATABASE_URL', postgres.url);
  const database = await open();
  await postgres.stop();
  expect(database.url).toBe(postgres.url);
  expect(database.where).toContain('perimeter:***@');
  expect(database.where).not.toContain(new URL(postgres.url).password);
});
