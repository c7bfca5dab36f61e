import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { confirmed } from '../lib/confirmed.ts';
import { type Database, openDatabase } from '../lib/database.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { interruption } from '../lib/interruption.ts';
import { projectRoot } from '../lib/project.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { runScript } from '../lib/run-script.ts';

const [command = '', ...flags] = process.argv.slice(2);
const signal = interruption();
let database: Database | undefined;

try {
  loadEnvironment();
  if (!['migrate', 'seed', 'reset', 'studio'].includes(command)) {
    throw new Error('Usage: db migrate | seed | reset [--yes] | studio');
  }
  if (command === 'reset' && process.env.NODE_ENV === 'production') {
    throw new Error('`db:reset` deletes all data and never runs with NODE_ENV=production.');
  }
  database = await openDatabase((text) => console.log(`  ${text}`));
  console.log(`  database: ${database.where}`);
  const env = { ...process.env, DATABASE_URL: database.url };
  if (command === 'studio') await runStudio(env);
  else if (command !== 'reset' || (await mayReset(database.where))) {
    await runScript(`packages/db/src/cli/${command}.ts`, env, console.log, { signal });
  }
} catch (error) {
  if (!signal.aborted) reportFailure(error);
}
await database?.stop();
process.exit();

function mayReset(where: string): Promise<boolean> {
  return confirmed(`Delete all data in ${where}?`, { yes: flags.includes('--yes'), signal });
}

async function runStudio(env: NodeJS.ProcessEnv): Promise<void> {
  const cwd = join(projectRoot, 'packages', 'db');
  const program = join(cwd, 'node_modules', '.bin', 'drizzle-kit');
  const child = spawn(program, ['studio'], {
    cwd,
    env,
    signal,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  await once(child, 'close');
}
