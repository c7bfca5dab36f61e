import type { FullConfig } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AppName, urlVariable } from './app-name.ts';
import { freshDatabase } from './fresh-database.ts';

/**
 * Playwright global set-up: production builds of the apps on a fresh database. The loopback is a
 * trusted proxy there, so that each test can come from an address of its own. With `E2E_WEB_URL`,
 * `E2E_ADMIN_URL` and so on set, the apps that run there are used as they are. What the
 * apps wrote is in `.reports/<app>.log` afterwards.
 */
export default async function bootStack({
  metadata,
}: FullConfig): Promise<(() => Promise<void>) | undefined> {
  const { apps } = metadata as { apps: AppName[] };
  if (apps.every((app) => process.env[urlVariable(app)])) return undefined;
  const { startStack } = await import('@repo/services/stack');
  const database = await freshDatabase();
  try {
    const stack = await startStack({
      apps,
      databaseUrl: database.url,
      env: {
        APP_SECRET: randomBytes(32).toString('hex'),
        TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
      },
    });
    for (const app of apps) process.env[urlVariable(app)] = stack.urls[app];
    process.env.E2E_DATABASE_URL = database.url;
    return async () => {
      await stack.stop();
      await database.drop();
      await mkdir('.reports', { recursive: true });
      for (const app of apps) await writeFile(`.reports/${app}.log`, stack.logs(app).join('\n'));
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
