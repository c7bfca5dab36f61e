import type { Page, Response } from '@playwright/test';
import { type AppName, appUrl } from './app-name.ts';
import { ownPerson } from './own-person.ts';
import { credentials, signIn, type Who } from './sign-in.ts';

/** A tab on one app. */
export interface Site {
  app: AppName;
  /** Where the app runs, without a slash at the end. */
  url: string;
  page: Page;
  /** Opens a path of the app. */
  goto(path: string): Promise<Response>;
  /** Signs in and gives the address that this leads to; `author` and `staff` are this test's alone. */
  signIn(who: Who): Promise<string>;
}

/**
 * Makes a tab know its app.
 *
 * @param key - what is one for all tabs of a test
 */
export function createSite(app: AppName, page: Page, key: string): Site {
  const url = appUrl(app);
  const databaseUrl = process.env.E2E_DATABASE_URL;
  return {
    app,
    url,
    page,
    async goto(path) {
      const response = await page.goto(`${url}${path}`);
      if (!response) throw new Error(`${path} gave no response`);
      return response;
    },
    async signIn(who) {
      const { email, password } = credentials(who);
      const alone = (who === 'author' || who === 'staff') && databaseUrl;
      return signIn(page, app, {
        email: alone ? await ownPerson(databaseUrl, who, key) : email,
        password,
      });
    },
  };
}
