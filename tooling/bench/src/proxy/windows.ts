import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startStack } from '@repo/services/stack';
import { freshDatabase } from '@repo/testing/fresh-database';

const manifest = new URL(
  '../../../../apps/web/.next/server/server-reference-manifest.json',
  import.meta.url,
);

/** A process of web that accepts the ids of other keys, or does not. */
export interface Window {
  /** A call of an action as Next's client makes it. */
  call: () => Promise<Response>;
  /** The same as a browser without JavaScript posts it. */
  form: () => Promise<Response>;
}

/** Two processes of web on one database: without a rotation window, and with one for three keys. */
export async function openWindows() {
  const id = setThemeId();
  const database = await freshDatabase();
  const keys = Array.from({ length: 3 }, () => randomBytes(32).toString('base64')).join(',');
  const start = (previous: string) =>
    startStack({
      apps: ['web'],
      databaseUrl: database.url,
      env: { SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: previous, LOG_LEVEL: 'silent' },
    });
  const [shut, open] = [await start(''), await start(keys)];
  return {
    shut: windowOf(shut.web ?? '', id),
    open: windowOf(open.web ?? '', id),
    close: async () => {
      await Promise.all([shut.stop(), open.stop()]);
      await database.drop();
    },
  };
}

function windowOf(url: string, id: string): Window {
  const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
  return {
    call: () => fetch(`${url}/`, { method: 'POST', headers, body: '[{"theme":"dark"}]' }),
    form: () => {
      const body = new FormData();
      body.append(`$ACTION_ID_${id}`, '');
      body.append('theme', 'dark');
      return fetch(`${url}/`, { method: 'POST', body });
    },
  };
}

function setThemeId(): string {
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  const [id] =
    Object.entries(node).find(([, { exportedName }]) => exportedName === 'setTheme') ?? [];
  if (!id) throw new Error('The build of web has no setTheme: run pnpm build');
  return id;
}
