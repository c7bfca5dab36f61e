import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '@repo/services/browser';
import type { Stack } from '@repo/services/stack';
import { startReverseProxy } from '@repo/testing/reverse-proxy';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { writePosts } from './steps/load.ts';
import { openByHttp, openInBrowser, typed, withoutBlanks, type Tabs } from './steps/tabs.ts';
import { makeTwoBuilds, SECOND, type TwoBuilds } from './steps/two-builds.ts';
import { Visitor } from './steps/visitor.ts';

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

let opened = 0;

/** Serves the first build, and opens forms of both apps in every way there is. */
async function openTabs() {
  stack = await builds.serve({ build: 'first', window: false });
  const { web = '', admin = '' } = stack.urls;
  const posts = await builds.database.rows<{ id: string }>(
    'select id from posts where published_at is not null and hidden_at is null order by id limit 4',
  );
  const where = (at: number) => ({
    web,
    admin,
    title: `Before the deploy ${(opened += 1)}`,
    post: posts[at]?.id ?? '',
  });
  const tabs = [
    await openInBrowser(browser, true, where(0)),
    await openInBrowser(browser, false, where(1)),
    await openByHttp('post', where(2)),
    await openByHttp('call', where(3)),
  ] as const;
  return { tabs, ports: { web: Number(new URL(web).port), admin: Number(new URL(admin).port) } };
}

/** The same addresses are answered by the second build from now on. */
async function deploy(ports: { web: number; admin: number }, window: boolean): Promise<void> {
  await stack?.stop();
  stack = await builds.serve({ build: 'second', window, ports });
}

const saved = (title: string) =>
  builds.database.rows<{ body: string }>(`select body from posts where title = '${title}'`);
const hidden = async (post: string) =>
  (
    await builds.database.rows<{ app: string }>(
      `select app from audit_events where action = 'moderation.hidePost' and outcome = 'done' and subject_id = '${post}'`,
    )
  ).length;

/** Submits both forms of every tab. */
async function submitAll(tabs: readonly Tabs[]) {
  const outcomes = [];
  for (const tab of tabs) {
    const [web, admin] = [await tab.submitWeb(), await tab.submitAdmin()];
    outcomes.push({
      tab: tab.name,
      web: saidBy(web.text),
      admin: saidBy(admin.text),
      saved: await saved(tab.title),
      hidden: await hidden(tab.post),
    });
  }
  return outcomes;
}

function saidBy(text: string): string {
  if (text.includes(SECOND)) return 'saved by the second build';
  if (text.includes('The post is hidden.')) return 'hidden';
  const outdated = /^409 |This form is out of date|The site was updated while this page was open/;
  return outdated.test(text) ? 'outdated' : text;
}

test('outside of the window nothing of an open tab is done, and each says so; a browser has the input back', async () => {
  const { tabs, ports } = await openTabs();
  await deploy(ports, false);
  expect(await submitAll(tabs)).toEqual(
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
  expect(await saved(browserTab.title)).toEqual([{ body: typed(browserTab.title).body }]);
});

test('in the window every open tab goes on: once, with what was typed, on the new build', async () => {
  const { tabs, ports } = await openTabs();
  await deploy(ports, true);
  expect(await submitAll(tabs)).toEqual(
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
  const { tabs, ports } = await openTabs();
  const browsers = tabs.filter((tab) => 'page' in tab);
  for (const { page } of browsers) await page.getByLabel('Address').fill('Not an address!');
  await deploy(ports, true);
  for (const tab of browsers) {
    const { page, title } = tab;
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Use lower-case letters').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    expect(await page.getByLabel('Text').inputValue()).toBe(typed(title).body);
    expect(await saved(title)).toEqual([]);
    await page.getByLabel('Address').fill('');
    expect(saidBy((await tab.submitWeb()).text)).toBe('saved by the second build');
    expect(await saved(title)).toEqual([{ body: typed(title).body }]);
  }
});

test('forms and calls of an open tab go on with a standalone build, too', async () => {
  stack = await builds.serve({ build: 'first', window: false });
  const [post, call] = [
    new Visitor(stack.web ?? '', '10.9.1.1'),
    new Visitor(stack.web ?? '', '10.9.1.1'),
  ];
  const forms = await Promise.all(
    [post, call].map(async (visitor) => {
      await visitor.signIn('author@example.test', 'perimeter-dev-only');
      return visitor.form('/o/northwind/posts/new', 'Save draft');
    }),
  );
  await stack.stop();
  const standalone = await builds.serveStandalone();
  try {
    const [posted, called] = forms;
    if (!posted || !called) throw new Error('two forms were opened');
    const saves = {
      post: typed('Standalone, a form'),
      call: withoutBlanks(typed('Standalone, a call')),
    };
    const [answer, result] = [
      await post.at(standalone.url).post(posted, saves.post),
      await call.at(standalone.url).call(called, saves.call),
    ];
    expect(answer.headers.get('location')).toMatch(/^\/o\/northwind\/posts\//);
    expect(result.headers.get('x-action-redirect')).toMatch(/^\/o\/northwind\/posts\//);
    for (const { title, body } of Object.values(saves))
      expect(await saved(title ?? '')).toEqual([{ body }]);
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
    const made = await builds.database.rows<{ title: string; count: number }>(
      "select title, count(*)::int as count from posts where title like 'Load %' group by title",
    );
    expect(
      made.filter(({ count }) => count !== 1),
      'made twice',
    ).toEqual([]);
    expect(made.map(({ title }) => title).toSorted()).toEqual(
      submits.map(({ title }) => title).toSorted(),
    );
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
