// A worker in a process of its own, to be killed: its job writes a row, and then takes its time.
import { setTimeout as sleep } from 'node:timers/promises';
import { orgs } from '@repo/db/schema';
import { z } from 'zod';
import { defineJob } from '../../define-job.ts';
import { startWorker } from '../../worker.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

export const slow = defineJob({
  id: 'test.slow',
  input: z.object({ slug: z.string(), ms: z.number() }),
  retries: 5,
  backoffSeconds: 1,
  run: async ({ tx, input: { slug, ms } }) => {
    await tx.insert(orgs).values({ slug, name: slug });
    say(`ran ${slug}`);
    await sleep(ms);
  },
});

if (process.argv[2] === 'run') {
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const worker = await startWorker({ jobs: [slow], logger });
  process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
  say('ready');
}
