// Stops the server of the home named by the first argument when standard input closes: that is
// when the launcher asks for it, and also when the launcher was killed. `--remove`: ephemeral.
import { rmSync } from 'node:fs';
import { shutDown } from './postmaster.ts';

const [home, remove] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

process.stdin.resume();
process.stdin.once('close', async () => {
  if (!home) return;
  await shutDown(home);
  if (remove === '--remove') rmSync(home, { recursive: true, force: true });
});
