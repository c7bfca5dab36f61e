import { tmpdir } from 'node:os';
import { findProgram } from './lib/find-program.ts';
import { getFreePort } from './lib/free-port.ts';
import { runGuarded } from './lib/guarded.ts';

/** How `startRedis` is to run. */
export interface RedisOptions {
  /** Port on 127.0.0.1. Default: a free one. */
  port?: number;
}

/** A running Redis: empty at its start, and nothing is kept when it ends. */
export interface Redis {
  /** `redis://127.0.0.1:<port>` */
  url: string;
  stop: () => Promise<void>;
}

/** What to tell people whose machine has no Redis. */
export const INSTALL_REDIS =
  'needs redis-server: `apt-get install redis-server`, or `brew install redis`';

const NAMES = ['redis-server', 'valkey-server'];
const ATTEMPTS = 5;
const READY_WITHIN_MS = 30_000;

/**
 * Starts a throw-away Redis or Valkey of this machine on 127.0.0.1, or gives null where there is none.
 * It ends with the process that started it, however that ends.
 * Throws an Error with what the server printed when it does not start.
 */
export async function startRedis({ port }: RedisOptions = {}): Promise<Redis | null> {
  const program = findProgram(NAMES);
  if (!program) return null;
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await getFreePort());
    const started = await launch(program, chosen);
    if ('stop' in started) return started;
    // The port was taken meanwhile.
    if (attempt < ATTEMPTS && /Address already in use|bind/.test(started.output)) continue;
    throw new Error(`${program} did not start on port ${chosen}:\n${started.output}`);
  }
}

async function launch(program: string, port: number): Promise<Redis | { output: string }> {
  const nothingKept = ['--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const lines: string[] = [];
  let tellReady = () => {};
  const ready = new Promise<void>((resolve) => (tellReady = resolve));
  const server = runGuarded(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', ...nothingKept],
    {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH },
      onLine: (line) => {
        lines.push(line);
        if (line.includes('Ready to accept connections')) tellReady();
      },
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, READY_WITHIN_MS)));
  const won = await Promise.race([
    ready.then(() => true),
    server.ended.then(() => false),
    late.then(() => false),
  ]);
  clearTimeout(timer);
  if (won) return { url: `redis://127.0.0.1:${port}`, stop: server.stop };
  await server.stop();
  return { output: lines.join('\n') };
}
