import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { closeDatabase } from '@repo/db/client';
import { startNextApp, type NextApp } from '@repo/services/next-app';
import { startPostgres } from '@repo/services/postgres';
import { appFolder, buildApp } from '../lib/build-app.ts';
import { perWay, WAYS, ways, type PerWay, type Way } from './ways.ts';

const migrate = fileURLToPath(
  new URL('../../../../packages/db/src/cli/migrate.ts', import.meta.url),
);

/**
 * The production build of `app/`, on a database of its own: one server for each way, so that each has its processor
 * time, its connections and its memory to itself. `DATABASE_URL` names the database while it runs.
 */
export interface Site {
  /** Where the server of a way is. */
  urls: PerWay<string>;
  /** The wire id of a way's action. */
  wireIds: PerWay<string>;
  stop: () => Promise<void>;
}

/** Builds and starts everything; what was started is stopped again when a step fails. */
export async function openSite(): Promise<Site> {
  const postgres = await startPostgres({ ephemeral: true });
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = postgres.url;
  const close = async () => {
    await closeDatabase();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await postgres.stop();
  };
  const servers: NextApp[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await close();
  };
  try {
    await promisify(execFile)(process.execPath, [migrate]);
    await buildApp();
    const secret = randomBytes(32).toString('base64url');
    const urls = perWay(() => '');
    for (const way of ways) {
      const env = (url: string) => ({ APP_SECRET: secret, WEB_URL: url, BENCH_WAY: way });
      const server = await startNextApp(appFolder, env);
      servers.push(server);
      urls[way] = server.url;
    }
    return { urls, wireIds: await readWireIds(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readWireIds(): Promise<PerWay<string>> {
  const text = await readFile(`${appFolder}/.next/server/server-reference-manifest.json`, 'utf8');
  const { node } = JSON.parse(text) as { node: Record<string, { exportedName: string }> };
  const ids = new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
  return perWay((way) => ids.get(WAYS[way].action) ?? missing(way));
}

function missing(way: Way): never {
  throw new Error(`The build has no action for ${way}: app/src/app/page.tsx has to import it`);
}
