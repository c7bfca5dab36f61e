import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '@repo/services/browser';
import type { Stack } from '@repo/services/stack';
import { startReverseProxy } from '@repo/testing/reverse-proxy';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { writePosts } from './steps/load.ts';
import { openPostForms, openTabs } from './steps/open-tabs.ts';
import { made, saidBy, saved, submitAll } from './steps/outcomes.ts';
import { typed } from './steps/tabs.ts';
import { makeTwoBuilds, type TwoBuilds } from './steps/two-builds.ts';

let builds: TwoBuilds;
let browser: Browser;
let stack: Stack | undefined;

beforeAll(async () => {
  builds = await makeTwoBuilds();
  browser = await chromium.launch(await findBrowser());
});
afterEach(async () => {
  await stack?.stop();
  // On a fast machine the sign-ins of several tests fall into one minute.
  await builds.database.rows('delete from rate_limits');
});
afterAll(async () => {
  await browser.close();
  await builds.remove();
});

/** Serves the first build, and opens forms of both apps; then the second one answers at the same addresses. */
async function deployUnderTabs(window: boolean) {
  stack = await builds.serve({ build: 'first', window: false });
  const tabs = await openTabs(browser, stack, builds.database);
  const portOf = (url = '') => Number(new URL(url).port);
  const ports = { web: portOf(stack.urls.web), admin: portOf(stack.urls.admin) };
  const deploy = async () => {
    await stack?.stop();
    stack = await builds.serve({ build: 'second', window, ports });
  };
  return { tabs, deploy };
}

test('outside of the window nothing of an open tab is done, and each says so; a browser has the input back', async () => {
  const { tabs, deploy } = await deployUnderTabs(false);
  await deploy();
  expect(await submitAll(builds.database, tabs)).toEqual(
    tabs.map(({ name }) => ({
      tab: name,
      web: 'outdated',
      admin: 'outdated',
      saved: [],
      hidden: 0,
    })),
  );
  const [browserTab] = tabs;
  expect(saidBy((await browserTab.submitWeb()).text)).toBe('saved by the second build');
  expect(await saved(builds.database, browserTab.title)).toEqual([
    { body: typed(browserTab.title).body },
  ]);
});

test('in the window every open tab goes on: once, with what was typed, on the new build', async () => {
  const { tabs, deploy } = await deployUnderTabs(true);
  await deploy();
  expect(await submitAll(builds.database, tabs)).toEqual(
    tabs.map(({ name, title }) => ({
      tab: name,
      web: 'saved by the second build',
      admin: 'hidden',
      saved: [{ body: typed(title).body }],
      hidden: 1,
    })),
  );
});

test('what the new build does not accept comes back to the open form, with what was typed', async () => {
  const { tabs, deploy } = await deployUnderTabs(true);
  const browsers = tabs.filter((tab) => 'page' in tab);
  for (const { page } of browsers) await page.getByLabel('Address').fill('Not an address!');
  await deploy();
  for (const tab of browsers) {
    const { page, title } = tab;
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Use lower-case letters').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    expect(await page.getByLabel('Text').inputValue()).toBe(typed(title).body);
    expect(await saved(builds.database, title)).toEqual([]);
    await page.getByLabel('Address').fill('');
    expect(saidBy((await tab.submitWeb()).text)).toBe('saved by the second build');
    expect(await saved(builds.database, title)).toEqual([{ body: typed(title).body }]);
  }
});

test('forms and calls of an open tab go on with a standalone build, too', async () => {
  stack = await builds.serve({ build: 'first', window: false });
  const forms = await openPostForms(stack.web ?? '');
  await stack.stop();
  const standalone = await builds.serveStandalone();
  try {
    for (const { title, submit } of forms) {
      expect(await submit(standalone.url)).toMatch(/^\/o\/northwind\/posts\//);
      expect(await saved(builds.database, title)).toEqual([{ body: typed(title).body }]);
    }
  } finally {
    await standalone.stop();
  }
});

test('while old and new instances take turns for a minute, every submit succeeds, and once', async () => {
  const side = { window: true, host: '0.0.0.0', apps: ['web' as const] };
  const [old, young] = [
    await builds.serve({ build: 'first', ...side }),
    await builds.serve({ build: 'second', ...side }),
  ];
  const proxy = await startReverseProxy({ target: [old.web ?? '', young.web ?? ''] });
  try {
    const { url } = builds.database;
    const submits = await writePosts({
      base: proxy.url,
      databaseUrl: url,
      people: 24,
      seconds: 60,
    });
    expect(submits.length).toBeGreaterThan(100);
    expect(submits.filter(({ failed }) => failed.length > 0)).toEqual([]);
    const once = submits.map(({ title }) => ({ title, count: 1 }));
    const byTitle = (a: { title: string }, b: { title: string }) => (a.title < b.title ? -1 : 1);
    expect((await made(builds.database)).toSorted(byTitle)).toEqual(once.toSorted(byTitle));
    // Both answered, and pages of both were submitted.
    for (const { logs } of [old, young]) {
      const done = logs('web').filter((line) => line.includes('"outcome":"done"'));
      expect(done.length).toBeGreaterThan(submits.length / 4);
    }
    expect(new Set(submits.map(({ action }) => action)).size).toBe(2);
  } finally {
    await proxy.stop();
    await Promise.all([old.stop(), young.stop()]);
  }
});
