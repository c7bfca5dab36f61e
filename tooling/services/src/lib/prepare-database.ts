import { type Database, openDatabase } from './database.ts';
import { runScript } from './run-script.ts';
import { step } from './steps.ts';

/** Opens the database, then migrates and seeds it. */
export async function prepareDatabase(
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Database> {
  const database = await step('database', openDatabase);
  try {
    const scriptEnv = { ...process.env, ...env, DATABASE_URL: database.url };
    for (const [title, script] of [
      ['migrations', 'migrate'],
      ['seed', 'seed'],
    ] as const) {
      signal.throwIfAborted();
      await step(title, (say) =>
        runScript(`packages/db/src/cli/${script}.ts`, scriptEnv, say, { signal }),
      );
    }
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}
