import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { database } from '@repo/db/client';
import { orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { inArray } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { enqueue } from './enqueue.ts';
import { storedJob, until, untilState } from './lib/testing/queue.ts';
import { slow } from './lib/testing/slow-worker.ts';

await useTestDatabase();

const script = fileURLToPath(new URL('lib/testing/slow-worker.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function worker() {
  const child = spawn(process.execPath, [script, 'run'], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const says = (text: string) => until(() => output.includes(text), `"${text}" in ${output}`);
  await says('ready');
  return { child, says };
}

const enqueueSlow = (slug: string, ms: number) =>
  database().transaction((tx) => enqueue(tx, slow, { slug, ms }));

test(
  'SIGKILL of a worker loses nothing: another one runs what it held, and each effect is there once',
  { timeout: 120_000 },
  async () => {
    const killed = await worker();
    const slugs = ['first', 'second', 'third'];
    const ids: string[] = [];
    for (const slug of slugs) ids.push(await enqueueSlow(slug, 2_000));
    for (const slug of slugs) await killed.says(`ran ${slug}`);
    killed.child.kill('SIGKILL');
    await worker();
    for (const id of ids) await untilState(id, 'completed');
    expect(await database().$count(orgs, inArray(orgs.slug, slugs))).toBe(3);
  },
);

test('SIGTERM lets the job that runs come to its end', { timeout: 60_000 }, async () => {
  const { child, says } = await worker();
  const id = await enqueueSlow('polite', 1_000);
  await says('ran polite');
  const code = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await code).toBe(0);
  expect(await storedJob(id)).toMatchObject({ state: 'completed', retry_count: 0 });
});
