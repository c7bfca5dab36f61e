import { findBrowser } from '@repo/services/browser';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { AppName } from './lib/app-name.ts';
import type { FixtureOptions } from './fixtures.ts';

/** Options of `definePlaywright`: those of Playwright, and the app under test. */
export interface PlaywrightOptions extends PlaywrightTestConfig<FixtureOptions> {
  /** The app that `page.goto('/…')`, `site` and the shared specs mean. */
  app: AppName;
  /** The apps that run during the tests. Default: `app` alone. */
  apps?: AppName[];
}

/**
 * The Playwright configuration of an app: every spec of `e2e/` runs with JavaScript and without,
 * against production builds on a database of their own. Tag a test `@js-only` or
 * `@no-js-only` when it can only mean one of them. Finds or installs a browser, so it is awaited.
 *
 * @example
 * export default await definePlaywright({ app: 'web', apps: ['web', 'admin'] });
 */
export async function definePlaywright({ app, apps = [app], ...overrides }: PlaywrightOptions) {
  const { executablePath, args } = await findBrowser();
  // Workers load this file again: they take the browser that was found here.
  process.env.CHROMIUM_PATH = executablePath;
  return defineConfig<FixtureOptions>(
    {
      testDir: 'e2e',
      testMatch: '**/*.spec.ts',
      outputDir: 'test-results',
      metadata: { apps },
      globalSetup: fileURLToPath(new URL('./lib/boot-stack.ts', import.meta.url)),
      fullyParallel: true,
      forbidOnly: true,
      workers: 2,
      retries: 0,
      // No measures: they end what hangs, on a machine that has other work, too.
      timeout: 60_000,
      expect: { timeout: 10_000 },
      reporter: [['list'], ['json', { outputFile: '.reports/playwright.json' }]],
      use: {
        app,
        // A trace of each test would double the time: `--trace on` for the one that fails.
        screenshot: 'only-on-failure',
        launchOptions: { executablePath, args },
      },
      projects: [
        { name: 'js', grepInvert: /@no-js-only/, use: { javaScriptEnabled: true } },
        { name: 'no-js', grepInvert: /@js-only/, use: { javaScriptEnabled: false } },
      ],
    },
    overrides,
  );
}
