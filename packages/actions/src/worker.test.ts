import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { useTestDatabase } from '@repo/db/testing';
import { expect, test, vi } from 'vitest';

await useTestDatabase();
// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('cli/worker.ts', import.meta.url));
const APP_SECRET = 'a secret of thirty-two characters';

function run(env: Record<string, string>) {
  const { PATH, DATABASE_URL } = process.env;
  const child = spawn(process.execPath, [script], { env: { PATH, DATABASE_URL, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  return { child, ended, output: () => output };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a worker that runs ends in peace at %s',
  async (signal) => {
    const { child, ended, output } = run({ APP_SECRET });
    await vi.waitFor(() => expect(output()).toContain('worker started'), { timeout: 30_000 });
    const line =
      output()
        .split('\n')
        .find((text) => text.includes('worker started')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      app: 'worker',
      concurrency: 5,
      jobs: [
        'housekeeping.removeExpired',
        'housekeeping.tidyWebhooks',
        'mail.deliver',
        'mail.removeOld',
        'webhooks.apply',
      ],
    });
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(output()).toContain('worker stopped');
  },
);

test.each([
  ['no secret', {}, 'worker cannot start: APP_SECRET is not set.'],
  ['no database', { APP_SECRET, DATABASE_URL: '' }, 'worker cannot start: DATABASE_URL must be'],
  ['too few connections', { APP_SECRET, DATABASE_POOL_MAX: '4' }, 'set DATABASE_POOL_MAX to 8'],
  [
    'no mail server in production',
    { APP_SECRET, NODE_ENV: 'production', MAIL_FROM: 'a@b.example' },
    'SMTP_URL must be',
  ],
  ['a concurrency that is none', { APP_SECRET, JOBS_CONCURRENCY: 'x' }, 'JOBS_CONCURRENCY must be'],
])('with %s it says so in one sentence, and ends', async (_title, env, sentence) => {
  const { ended, output } = run(env);
  expect(await ended).toBe(1);
  expect(output()).toContain(sentence);
  expect(output().trim().split('\n')).toHaveLength(1);
});
