import type { Page, Response } from '@playwright/test';
import { type AppName, appUrl } from './app-name.ts';
import { signIn, type Who } from './sign-in.ts';

/** A tab on one app. */
export interface Site {
  app: AppName;
  /** Where the app runs, without a slash at the end. */
  url: string;
  page: Page;
  /** Opens a path of the app. */
  goto(path: string): Promise<Response>;
  /** Signs in through the form and waits for the page after it. */
  signIn(who: Who): Promise<void>;
}

/** Makes a tab know its app. */
export function createSite(app: AppName, page: Page): Site {
  const url = appUrl(app);
  return {
    app,
    url,
    page,
    async goto(path) {
      const response = await page.goto(`${url}${path}`);
      if (!response) throw new Error(`${path} gave no response`);
      return response;
    },
    signIn: (who) => signIn(page, app, who),
  };
}
