import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { closeDatabase } from '@repo/db/client';
import { startNextApp, type NextApp } from '@repo/services/next-app';
import { startPostgres } from '@repo/services/postgres';
import { appFolder, buildApp } from '../lib/build-app.ts';

const migrate = fileURLToPath(
  new URL('../../../../packages/db/src/cli/migrate.ts', import.meta.url),
);

/** How the same work is written. */
export type Way = 'ours' | 'by hand';
export const WAYS: readonly Way[] = ['ours', 'by hand'];

/** The production build of `app/`, on a database of its own: one server for each way. */
export interface Site {
  urls: Record<Way, string>;
  secret: string;
  stop: () => Promise<void>;
}

/** Builds and starts everything; what was started is stopped again when a step fails. */
export async function openSite(): Promise<Site> {
  const postgres = await startPostgres({ ephemeral: true });
  process.env.DATABASE_URL = postgres.url;
  const servers: NextApp[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await closeDatabase();
    delete process.env.DATABASE_URL;
    await postgres.stop();
  };
  try {
    await promisify(execFile)(process.execPath, [migrate]);
    await buildApp();
    const secret = `whsec_${randomBytes(24).toString('hex')}`;
    const APP_SECRET = randomBytes(32).toString('base64url');
    const serve = async (way: Way, path: string) => {
      const env = (url: string) => ({ APP_SECRET, WEB_URL: url, BENCH_WAY: way });
      const server = await startNextApp(appFolder, (url) => ({
        ...env(url),
        STRIPE_WEBHOOK_SECRETS: secret,
      }));
      servers.push(server);
      return `${server.url}${path}`;
    };
    const urls = {
      ours: await serve('ours', '/hooks/ours'),
      'by hand': await serve('by hand', '/hooks/by-hand'),
    };
    return { urls, secret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
