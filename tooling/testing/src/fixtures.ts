import { test as base, type Page } from '@playwright/test';
import { expectAccessible } from './lib/accessible.ts';
import { type AppName, appUrl } from './lib/app-name.ts';
import { clientIp } from './lib/client-ip.ts';
import { pageErrors, type PageErrors } from './lib/page-errors.ts';
import { screenshots } from './lib/screenshots.ts';
import { createSite, type Site } from './lib/site.ts';

export { expect, type Page } from '@playwright/test';
export type { AppName } from './lib/app-name.ts';
export { makeStale, type StaleTab } from './lib/make-stale.ts';
export { mailTo, type TestMail } from './lib/mail-to.ts';
export { signIn, type Who } from './lib/sign-in.ts';
export { signUp, type Newcomer } from './lib/sign-up.ts';
export type { Site } from './lib/site.ts';
export { expectAccessible, screenshots };

/** What `definePlaywright` sets. */
export interface FixtureOptions {
  /** The app under test. */
  app: AppName;
}

/** What a test may ask for. */
export interface Fixtures {
  /** False in the project `no-js`. */
  hasJs: boolean;
  /** A tab on the app under test. */
  site: Site;
  /** A tab on web, in the same browser context as `admin`: one person, two apps. */
  web: Site;
  /** A tab on admin, in the same browser context as `web`. */
  admin: Site;
  /** A tab of somebody else: a browser context of its own. */
  somebodyElse: (app?: AppName) => Promise<Site>;
  /** Expects errors of pages (console, exceptions, CSP) that match; all others fail the test. */
  allowErrors: (pattern: RegExp) => void;
  /** The address that the apps see this test come from. */
  ip: string;
}

interface Internal {
  errors: PageErrors;
}

let begun = 0;

/**
 * Playwright's `test` for the browser tests of all apps. Every test comes from an IP address of its
 * own and has an author and staff of its own, so rate limits never couple two of them, and fails on any error in its pages.
 */
export const test = base.extend<FixtureOptions & Fixtures & Internal>({
  app: ['web', { option: true }],
  baseURL: async ({ app }, provide) => provide(appUrl(app)),
  hasJs: async ({ javaScriptEnabled }, provide) => provide(javaScriptEnabled ?? true),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here
  ip: async ({}, provide, { workerIndex }) => provide(clientIp(workerIndex, begun++)),
  extraHTTPHeaders: async ({ ip }, provide) => provide({ 'x-forwarded-for': ip }),
  errors: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, provide) => {
      const errors = pageErrors();
      await provide(errors);
      const unexpected = errors.unexpected();
      if (unexpected.length === 0) return;
      throw new Error(`Errors in the pages of this test:\n${unexpected.join('\n')}`);
    },
    { auto: true },
  ],
  context: async ({ context, errors }, provide) => {
    errors.watch(context);
    await provide(context);
  },
  allowErrors: async ({ errors }, provide) => provide((pattern) => errors.allow(pattern)),
  site: async ({ app, context, ip }, provide) =>
    provide(createSite(app, await context.newPage(), ip)),
  web: async ({ context, ip }, provide) => provide(createSite('web', await context.newPage(), ip)),
  admin: async ({ context, ip }, provide) =>
    provide(createSite('admin', await context.newPage(), ip)),
  somebodyElse: async (
    { app, browser, errors, ip, javaScriptEnabled, extraHTTPHeaders },
    provide,
  ) => {
    const pages: Page[] = [];
    await provide(async (other = app) => {
      const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders });
      errors.watch(context);
      const page = await context.newPage();
      pages.push(page);
      return createSite(other, page, ip);
    });
    for (const page of pages) await page.context().close();
  },
});
