import { expect, test, type Page } from '@repo/testing/fixtures';
import { type Stack } from '@repo/services/stack';
import { randomBytes } from 'node:crypto';
import { createPost, uniqueTitle } from './steps/create-post.ts';
import { actionsOf, openAsBuiltWith } from './steps/other-build.ts';
import { startWindowedWeb } from './steps/windowed-web.ts';

const key = () => randomBytes(32).toString('base64');
const [older, oldest] = [key(), key()];

test('Next makes ids of what the window computes them from: on the builds of both apps', () => {
  for (const app of ['web', 'admin'] as const) {
    const actions = actionsOf(app);
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.map(({ recomputed }) => recomputed)).toEqual(actions.map(({ id }) => id));
  }
});

test.describe('while the keys of older builds are accepted', () => {
  test.describe.configure({ mode: 'default' });
  let stack: Stack;
  let url: string;
  test.beforeAll(async () => {
    stack = await startWindowedWeb(older, oldest);
    url = stack.web ?? '';
  });
  test.afterAll(() => stack.stop());

  async function write(page: Page, title: string): Promise<void> {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Topic').selectOption('guide');
    await page.getByLabel('Text').fill('Typed before the update: ä, <b>, "quotes"\n\nand lines.');
    await page.getByRole('button', { name: 'Save draft' }).click();
  }

  for (const [name, under] of [
    ['the newest of them', older],
    ['the oldest of them', oldest],
  ] as const) {
    test(`a form of a build with ${name} has its effect once, with what was typed`, async ({
      web,
    }) => {
      const { page } = web;
      const title = uniqueTitle('Older');
      await web.signIn('author');
      await openAsBuiltWith(page, under);
      await page.goto(`${url}/o/northwind/posts/new`);
      await write(page, title);
      await expect(page.getByText('The draft is saved.')).toBeVisible();
      expect(new URL(page.url()).host).toBe(new URL(url).host);
      await expect(page.getByText('Typed before the update: ä, <b>, "quotes"')).toBeVisible();
      await page.goto(`${url}/o/northwind/posts?search=${encodeURIComponent(title)}`);
      await expect(page.getByRole('link', { name: title })).toHaveCount(1);
    });
  }

  test('an error comes back to the form of an older build, with what was typed, and the next try works', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Corrected');
    await web.signIn('author');
    await openAsBuiltWith(page, older);
    await page.goto(`${url}/o/northwind/posts/new`);
    await page.getByLabel('Address').fill('Not an address!');
    await write(page, title);
    await expect(page.getByText('Use lower-case letters')).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue(title);
    await page.getByLabel('Address').fill('');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByText('The draft is saved.')).toBeVisible();
  });

  test('a button with bound fields, on a page of an older build, does what it says', async ({
    web,
    allowErrors,
  }) => {
    allowErrors(/status of 404/);
    const { page } = web;
    const title = uniqueTitle('Bound');
    await web.signIn('author');
    await createPost(web, title);
    const { pathname } = new URL(page.url());
    await openAsBuiltWith(page, older);
    await page.goto(`${url}${pathname}/delete`);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText(/deleted/)).toBeVisible();
    expect((await web.goto(pathname)).status()).toBe(404);
  });

  test('a plain form of an older build sets its cookie', async ({ web }) => {
    const { page } = web;
    await openAsBuiltWith(page, older);
    await page.goto(`${url}/`);
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});
