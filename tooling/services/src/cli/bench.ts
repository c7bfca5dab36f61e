import { startPostgres } from '../postgres.ts';
import { interruption } from '../lib/interruption.ts';
import { getSecrets } from '../lib/secrets.ts';
import { runTurbo } from '../lib/turbo.ts';

// Builds come from the cache; the bench itself never does, and nothing runs beside it.
const signal = interruption();
const postgres = await startPostgres({ ephemeral: true });
const env = { ...getSecrets(), PERIMETER_TEST_DATABASE_URL: postgres.url };
const { ok } = await runTurbo('bench', {
  env,
  concurrency: '1',
  passed: process.argv.slice(2),
  signal,
});
await postgres.stop();
process.exit(ok ? 0 : 1);
