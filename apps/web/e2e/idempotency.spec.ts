import { expect, test } from '@repo/testing/fixtures';
import type { Page } from '@playwright/test';
import { uniqueTitle } from './steps/create-post.ts';

const PATH = '/o/northwind/posts/new';
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' });
const saved = (page: Page) => page.getByText('The draft is saved.');

async function fill(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Text').fill('Some text.');
}

async function expectPosts(page: Page, title: string, count: number): Promise<void> {
  await page.goto(
    `${new URL(page.url()).origin}/o/northwind/posts?search=${encodeURIComponent(title)}`,
  );
  await expect(page.getByRole('link', { name: title })).toHaveCount(count);
}

test('a double click makes one post', async ({ web }) => {
  const title = uniqueTitle('Double');
  await web.signIn('author');
  await web.goto(PATH);
  await fill(web.page, title);
  await save(web.page).dblclick();
  await expect(saved(web.page)).toBeVisible();
  await expectPosts(web.page, title, 1);
});

// Without JavaScript the browser asks for the page anew, and gets a new key with it.
test(
  'back, and the same form once more: one post, and the same page',
  { tag: '@js-only' },
  async ({ web }) => {
    const title = uniqueTitle('Again');
    const { page } = web;
    await web.signIn('author');
    await web.goto(PATH);
    await fill(page, title);
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    const made = page.url();
    await page.goBack();
    await fill(page, title);
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    expect(page.url()).toBe(made);
    await expectPosts(page, title, 1);
  },
);

test(
  'back, with other text: told that the first was saved, nothing lost, and a second submit saves',
  { tag: '@js-only' },
  async ({ web }) => {
    const [first, second] = [uniqueTitle('First'), uniqueTitle('Second')];
    const { page } = web;
    await web.signIn('author');
    await web.goto(PATH);
    await fill(page, first);
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    await page.goBack();
    await fill(page, second);
    await save(page).click();
    await expect(
      page.getByText('This form was submitted before, with other content'),
    ).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue(second);
    await save(page).click();
    await expect(saved(page)).toBeVisible();
    await expectPosts(page, first, 1);
    await expectPosts(page, second, 1);
  },
);

test('a form that stays on the page after an error can be submitted again', async ({ web }) => {
  const title = uniqueTitle('Stays');
  await web.signIn('author');
  await web.goto(PATH);
  await fill(web.page, title);
  await web.page.getByLabel('Address').fill('Not an address!');
  await save(web.page).click();
  await expect(web.page.getByText('Use lower-case letters')).toBeVisible();
  await web.page.getByLabel('Address').fill('');
  await save(web.page).click();
  await expect(saved(web.page)).toBeVisible();
  await expectPosts(web.page, title, 1);
});

test(
  'a posted page that is reloaded makes nothing twice',
  { tag: '@no-js-only' },
  async ({ web }) => {
    const title = uniqueTitle('Reloaded');
    const { page } = web;
    await web.signIn('author');
    await web.goto(PATH);
    await fill(page, title);
    // What the browser sends, sent once more: as a reload does where the redirect never arrived.
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      save(page).click(),
    ]);
    await expect(saved(page)).toBeVisible();
    const headers = await sent.allHeaders();
    const again = await page.context().request.post(sent.url(), {
      data: sent.postDataBuffer() ?? Buffer.alloc(0),
      headers: { 'content-type': headers['content-type'] ?? '', origin: web.url },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    expect(page.url()).toContain(again.headers().location);
    await expectPosts(page, title, 1);
  },
);
