import type { Page } from '@playwright/test';
import { idSuffix, readActionManifest } from '@repo/next/rotation';
import { fileURLToPath } from 'node:url';

const folders = {
  web: fileURLToPath(new URL('../..', import.meta.url)),
  admin: fileURLToPath(new URL('../../../admin', import.meta.url)),
};

/** The actions of a production build: `name` is the export's, `id` the wire id, and the one that it would have under `key`. */
export function actionsOf(app: 'web' | 'admin') {
  const { key, actions } = readActionManifest(folders[app]);
  return [...actions].map(([id, place]) => ({
    id,
    name: place.exportedName,
    idUnder: (other: string) => `${id.slice(0, 2)}${idSuffix(other, place)}`,
    recomputed: `7f${idSuffix(key, place)}`,
  }));
}

/**
 * Lets a tab open pages as a build with another key would have made them: each id in documents and scripts is the one
 * under that key. What the tab sends is its own.
 */
export async function openAsBuiltWith(page: Page, key: string): Promise<void> {
  const ids = actionsOf('web').map(({ id, idUnder }) => [id, idUnder(key)] as const);
  await page.route('**/*', async (route) => {
    const kind = route.request().resourceType();
    if (route.request().method() !== 'GET' || !['document', 'script'].includes(kind))
      return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    const body = ids.reduce(
      (text, [id, other]) => text.replaceAll(id, other),
      await response.text(),
    );
    return route.fulfill({ response, body });
  });
}
