import { type Database, openDatabase } from '../lib/database.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { confirmed } from '../lib/confirmed.ts';
import { interruption } from '../lib/interruption.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { runScript } from '../lib/run-script.ts';

const USAGE = 'Usage: sessions revoke (--all | --user <email>) [--yes]';

const [command, ...flags] = process.argv.slice(2);
const signal = interruption();
let database: Database | undefined;

try {
  loadEnvironment();
  const whose = whoseSessions(flags);
  if (command !== 'revoke') throw new Error(USAGE);
  database = await openDatabase((text) => console.log(`  ${text}`));
  console.log(`  database: ${database.where}`);
  const question = `End ${whose.told} in all apps?`;
  if (await confirmed(question, { yes: flags.includes('--yes'), signal })) {
    const env = { ...process.env, DATABASE_URL: database.url };
    const args = whose.email ? [whose.email] : [];
    await runScript('packages/auth/src/cli/revoke-sessions.ts', env, console.log, { args, signal });
  }
} catch (error) {
  if (!signal.aborted) reportFailure(error);
}
await database?.stop();
process.exit();

function whoseSessions(given: string[]): { email?: string; told: string } {
  const [which, email, ...rest] = given.filter((flag) => flag !== '--yes');
  if (which === '--all' && email === undefined) return { told: 'all sessions of everybody' };
  if (which === '--user' && email && rest.length === 0)
    return { email, told: `all sessions of ${email}` };
  throw new Error(USAGE);
}
