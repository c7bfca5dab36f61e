import { findBrowser } from '../browser.ts';
import { startPostgres } from '../postgres.ts';
import { fastStages } from '../lib/fast-stages.ts';
import { interruption } from '../lib/interruption.ts';
import { getSecrets } from '../lib/secrets.ts';
import { runStages, type Stage } from '../lib/stages.ts';
import { summarise } from '../lib/summary.ts';
import { runTurbo } from '../lib/turbo.ts';

const signal = interruption();
// The same key in every run, so that builds come from the cache.
const buildEnv = { ...getSecrets() };
const starting = startPostgres({ ephemeral: true });
// Its failure is reported by the stage that needs it.
starting.catch(() => {});
const testEnv = async () => ({ PERIMETER_TEST_DATABASE_URL: (await starting).url });

const stages: Stage[] = [
  ...fastStages(testEnv, signal),
  { name: 'build', run: () => runTurbo('build', { env: buildEnv, signal }) },
  {
    name: 'e2e',
    reports: 'playwright',
    needs: ['build'],
    run: async () => {
      const browser = { CHROMIUM_PATH: (await findBrowser()).executablePath };
      const env = { ...buildEnv, ...browser, ...(await testEnv()) };
      return runTurbo('e2e', { env, concurrency: '1', signal });
    },
  },
];

const { text, failed } = summarise(await runStages(stages, signal));
await starting.then(
  (postgres) => postgres.stop(),
  () => {},
);
console.log(text);
process.exit(failed > 0 ? 1 : 0);
