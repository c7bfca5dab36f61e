import type { Page } from '@playwright/test';

/** A well-formed id that no build has. */
const UNKNOWN = `7f${'0'.repeat(40)}`;

/** A tab that is older than the server. */
export interface StaleTab {
  /** How many calls the server did not know. */
  refused: () => number;
  /** How often a page was loaded since. */
  loads: () => number;
}

/**
 * Makes the server not know the next call of an action from this tab, as after a deploy with another key: the real
 * server gets another id, and answers as it does.
 *
 * @param how - `always`: it goes on not knowing them, as if the page came from another server than the answers
 */
export async function makeStale(page: Page, how: 'once' | 'always' = 'once'): Promise<StaleTab> {
  let refused = 0;
  let loads = 0;
  page.on('load', () => void (loads += 1));
  await page.route('**/*', (route) => {
    const headers = route.request().headers();
    if (!headers['next-action'] || (how === 'once' && refused > 0)) return route.continue();
    refused += 1;
    return route.continue({ headers: { ...headers, 'next-action': UNKNOWN } });
  });
  return { refused: () => refused, loads: () => loads };
}
