import { findBrowser } from '../browser.ts';
import { startPostgres } from '../postgres.ts';
import { interruption } from '../lib/interruption.ts';
import { getSecrets } from '../lib/secrets.ts';
import { runStages } from '../lib/stages.ts';
import { summarise } from '../lib/summary.ts';
import { runTurbo } from '../lib/turbo.ts';
import { workspacesWith } from '../lib/workspaces.ts';

if (workspacesWith('soak').length === 0) {
  console.log(
    'No workspace has a `soak` script yet: there is nothing to run.\n\n0 passed, 0 failed',
  );
  process.exit(0);
}
const signal = interruption();
const postgres = await startPostgres({ ephemeral: true });
const env = {
  ...getSecrets(),
  PERIMETER_TEST_DATABASE_URL: postgres.url,
  CHROMIUM_PATH: (await findBrowser()).executablePath,
};
const run = () => runTurbo('soak', { env, concurrency: '1', signal });
const { text, failed } = summarise(
  await runStages([{ name: 'soak', run, reports: 'soak' }], signal),
);
await postgres.stop();
console.log(text);
process.exit(failed > 0 ? 1 : 0);
