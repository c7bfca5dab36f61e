import postgres from 'postgres';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setup } from './test-database.ts';

const run = promisify(execFile);
const cli = fileURLToPath(new URL('../../../../packages/db/src/cli/', import.meta.url));

/** A migrated and seeded database. */
export interface FreshDatabase {
  url: string;
  /** Runs one statement and gives its rows. */
  rows: <Row extends object>(statement: string) => Promise<Row[]>;
  /** Removes the database, and the server when it was started for it. */
  drop: () => Promise<void>;
}

/**
 * Creates, migrates and seeds a database.
 * @param given the server's address. Default: `PERIMETER_TEST_DATABASE_URL`, or a server of its own
 */
export async function freshDatabase(given?: string): Promise<FreshDatabase> {
  const stopServer = given ? undefined : await setup();
  const server = given ?? process.env.PERIMETER_TEST_DATABASE_URL ?? '';
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = name;
  const drop = async () => {
    if (!stopServer) await execute(server, `drop database if exists ${name} with (force)`);
    await stopServer?.();
  };
  try {
    await execute(server, `create database ${name}`);
    const env = { ...process.env, DATABASE_URL: url.href, PERIMETER_ALLOW_SEED: '1' };
    await run(process.execPath, [`${cli}migrate.ts`], { env });
    await run(process.execPath, [`${cli}seed.ts`], { env });
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, rows: (statement) => execute(url.href, statement), drop };
}

async function execute<Row extends object>(server: string, statement: string): Promise<Row[]> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(statement);
  } finally {
    await sql.end();
  }
}
