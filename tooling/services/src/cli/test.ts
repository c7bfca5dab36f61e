import { findBrowser } from '../browser.ts';
import { fastStages } from '../lib/fast-stages.ts';
import { runAndReport } from '../lib/run-and-report.ts';
import { getSecrets } from '../lib/secrets.ts';
import { runProgram, runTurbo } from '../lib/turbo.ts';

// The same key in every run, so that builds come from the cache.
const buildEnv = { ...getSecrets() };

await runAndReport((testEnv, signal) => [
  ...fastStages(testEnv, signal),
  { name: 'build', run: () => runTurbo('build', { env: buildEnv, signal }) },
  {
    name: 'perimeter',
    needs: ['build'],
    run: () => runProgram('node', ['tooling/perimeter/src/cli/perimeter.ts', 'check'], { signal }),
  },
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
]);
