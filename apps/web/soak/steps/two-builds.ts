import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readActionManifest } from '@repo/next/rotation';
import { startStandaloneApp, type NextApp } from '@repo/services/next-app';
import { startStack, type Stack } from '@repo/services/stack';
import { freshDatabase, type FreshDatabase } from '@repo/testing/fresh-database';
import { buildCopy } from './second-build.ts';

/** What the second build says after a post was made, so that a page shows which one it is of. */
export const SECOND = 'Saved by the second build.';

/** How to serve one of two builds. */
export interface Serve {
  build: 'first' | 'second';
  ports?: { web: number; admin: number };
  /** The window is open for the key of the other build. */
  window: boolean;
  host?: string;
  /** Default: both. */
  apps?: ('web' | 'admin')[];
}

/** The build of this checkout, and one of changed code with another key, on one database. */
export interface TwoBuilds {
  database: FreshDatabase;
  serve: (options: Serve) => Promise<Stack>;
  /** Web of the second build, as `output: 'standalone'` makes it, with the window open. */
  serveStandalone: () => Promise<NextApp>;
  remove: () => Promise<void>;
}

/** Makes the second build; the first one has to be there. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  const web = fileURLToPath(new URL('../..', import.meta.url));
  const { key: firstKey } = readActionManifest(web);
  const database = await freshDatabase();
  const secondKey = randomBytes(32).toString('base64');
  const secret = randomBytes(32).toString('hex');
  const env = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secondKey, APP_SECRET: secret };
  const second = await buildCopy(env, [
    {
      file: 'apps/web/src/features/posts/notices.ts',
      from: 'The draft is saved. Publish it when it is ready.',
      to: `The draft is saved. ${SECOND}`,
    },
    {
      file: 'packages/actions/src/posts/actions.ts',
      from: "'use server';\n",
      to: "'use server';\n\nconst moved = 'by a line';\n\nvoid moved;\n",
    },
    {
      file: 'packages/next/src/config.ts',
      from: 'poweredByHeader: false,',
      to: "poweredByHeader: false,\n    output: 'standalone',",
    },
  ]);
  const environmentOf = (build: Serve['build'], window: boolean) => {
    const [own, other] = build === 'first' ? [firstKey, secondKey] : [secondKey, firstKey];
    return {
      APP_SECRET: secret,
      TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: own,
      SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: window ? other : '',
    };
  };
  return {
    database,
    serve: ({ build, window, ...more }) =>
      startStack({
        databaseUrl: database.url,
        ...(build === 'second' && { root: second }),
        ...more,
        env: environmentOf(build, window),
      }),
    serveStandalone: () => {
      const folder = join(second, 'apps/web/.next/standalone/apps/web');
      return startStandaloneApp(folder, (url) => ({
        ...environmentOf('second', true),
        DATABASE_URL: database.url,
        WEB_URL: url,
        ADMIN_URL: url,
      }));
    },
    remove: async () => {
      rmSync(second, { recursive: true, force: true });
      await database.drop();
    },
  };
}
