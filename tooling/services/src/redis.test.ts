import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { INSTALL_REDIS, startRedis, type Redis } from './redis.ts';

const started: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

async function start(port?: number): Promise<Redis> {
  const redis = await startRedis(port ? { port } : {});
  if (!redis) throw new Error('There was a Redis a moment ago');
  started.push(redis);
  return redis;
}

/** What the server answers; null when nobody listens. */
async function ask(url: string, command: string): Promise<string | null> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString().trim();
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

const probe = await startRedis();
await probe?.stop();

describe.skipIf(!probe)(`startRedis${probe ? '' : ` (${INSTALL_REDIS})`}`, () => {
  test('gives an empty Redis on 127.0.0.1 that ends with stop', async () => {
    const redis = await start();
    expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/);
    expect(await ask(redis.url, 'DBSIZE')).toBe(':0');
    expect(await ask(redis.url, 'CONFIG GET bind')).toMatch(/\n127\.0\.0\.1$/);
    await redis.stop();
    expect(await ask(redis.url, 'PING')).toBeNull();
  });

  test('keeps nothing: a second start on the same port is empty', async () => {
    const first = await start();
    expect(await ask(first.url, 'SET a 1')).toBe('+OK');
    await first.stop();
    const second = await start(Number(new URL(first.url).port));
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'DBSIZE')).toBe(':0');
  });

  test('two run beside each other', async () => {
    const [one, two] = [await start(), await start()];
    expect(await ask(one.url, 'SET a 1')).toBe('+OK');
    expect(await ask(two.url, 'DBSIZE')).toBe(':0');
  });

  test('ends when its starter is killed', async () => {
    const hold = fileURLToPath(new URL('./lib/redis/hold.ts', import.meta.url));
    const holder = spawn(process.execPath, [hold], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
    expect(await ask(url, 'PING')).toBe('+PONG');
    holder.kill('SIGKILL');
    await expect.poll(() => ask(url, 'PING'), { timeout: 9_000 }).toBeNull();
  });

  test('says what the server printed when it does not start', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => void taken.listen(0, '127.0.0.1', listening));
    try {
      const { port } = taken.address() as AddressInfo;
      await expect(startRedis({ port })).rejects.toThrow('Address already in use');
    } finally {
      taken.close();
    }
  });
});

test('there is none where PATH has none', async () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(await startRedis()).toBeNull();
});
