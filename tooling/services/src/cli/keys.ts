import { join } from 'node:path';
import { loadEnvironment } from '../lib/environment.ts';
import { projectRoot } from '../lib/project.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { runScript } from '../lib/run-script.ts';
import { getSecrets } from '../lib/secrets.ts';

const [command, ...flags] = process.argv.slice(2);

try {
  loadEnvironment();
  if (command !== 'rotate' || flags.some((flag) => flag !== '--write')) {
    throw new Error('Usage: keys rotate [--write]');
  }
  const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (!given) {
    console.log(
      '# NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not set here, so these lines are for the key of this checkout\n' +
        '# (.data/secrets.json). For a deployment, set the variable to the key that runs there.\n',
    );
  }
  const args = flags.includes('--write') ? [join(projectRoot, '.env')] : [];
  const env = { ...process.env, ...getSecrets() };
  await runScript('packages/next/src/cli/rotate-keys.ts', env, console.log, { args });
} catch (error) {
  reportFailure(error);
}
