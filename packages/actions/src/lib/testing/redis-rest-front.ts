import { createClient } from '@redis/client';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Command = [string, ...unknown[]];

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/** A REST front on a Redis that speaks as Upstash does: for tests of that driver. */
export interface RestFront {
  url: string;
  token: string;
  stop: () => Promise<void>;
}

/** Answers commands (`POST /`) and lists of them (`POST /pipeline`), base64 where asked for, with a token only. */
export async function startRestFront(redisUrl: string): Promise<RestFront> {
  const token = 'token-of-the-tests';
  const client = createClient({ url: redisUrl, RESP: 2 });
  client.on('error', () => {});
  await client.connect();
  const run = withUpstashScripts((args) => client.sendCommand(args));

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { error: 'WRONGPASS invalid or missing auth token' } };
    const sent = JSON.parse((await request.toArray()).join('')) as Command | Command[];
    const encode = request.headers['upstash-encoding'] === 'base64' ? base64 : (it: unknown) => it;
    const result = async (command: Command) => {
      try {
        return { result: encode(await run(command.map(String) as [string, ...string[]])) };
      } catch (error) {
        return { error: (error as Error).message };
      }
    };
    if (request.url === '/pipeline')
      return { status: 200, body: await Promise.all((sent as Command[]).map(result)) };
    const body = await result(sent as Command);
    return { status: 'error' in body ? 400 : 200, body };
  }

  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      client.destroy();
    },
  };
}

function base64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(base64);
  return typeof value === 'string' && value !== 'OK'
    ? Buffer.from(value).toString('base64')
    : value;
}

/** Upstash knows a flag in the first line of scripts that other servers refuse; their hashes contain that line. */
function withUpstashScripts(send: (args: string[]) => Promise<unknown>) {
  const known = new Map<string, string>();
  return async ([name, ...rest]: [string, ...string[]]): Promise<unknown> => {
    const [script = '', ...args] = rest;
    if (/^eval$/i.test(name)) {
      const plain = script.replace(/^#!lua flags=allow-key-locking\n/, '');
      known.set(sha1(script), sha1(plain));
      return send([name, plain, ...args]);
    }
    if (/^evalsha$/i.test(name)) return send([name, known.get(script) ?? script, ...args]);
    return send([name, ...rest]);
  };
}
