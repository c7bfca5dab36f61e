import { appUrl } from '../lib/app-process.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { readPorts } from '../lib/ports.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { runScript } from '../lib/run-script.ts';

const [command, sender = ''] = process.argv.slice(2);

try {
  loadEnvironment();
  if (command !== 'send') throw new Error('Usage: webhook send stripe|github|standard');
  const args = [sender, appUrl('web', readPorts())];
  await runScript('packages/actions/src/cli/send-webhook.ts', process.env, console.log, { args });
} catch (error) {
  reportFailure(error);
}
