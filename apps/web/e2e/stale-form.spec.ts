import { expect, expectAccessible, screenshots, test, type Page } from '@repo/testing/fixtures';
import { randomBytes } from 'node:crypto';
import { uniqueTitle } from './steps/create-post.ts';
import { openAsBuiltWith } from './steps/other-build.ts';

const TEXT = 'Typed for an hour: ä, <b>bold</b>, "quotes".\n\n</textarea><script>x</script>';

test.describe('a form of another build, without JavaScript', { tag: '@no-js-only' }, () => {
  test.beforeEach(async ({ web, allowErrors }) => {
    allowErrors(/status of 409/);
    await web.signIn('author');
    await openAsBuiltWith(web.page, randomBytes(32).toString('base64'));
  });

  async function expectNoPost(page: Page, origin: string, title: string): Promise<void> {
    await page.goto(`${origin}/o/northwind/posts?search=${encodeURIComponent(title)}`);
    await expect(page.getByText('No post matches')).toBeVisible();
  }

  test('is answered with what happened, what was typed, and the way back; nothing is done', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Stale');
    await web.goto('/o/northwind/posts/new?from=list');
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Topic').selectOption('guide');
    await page.getByLabel('Text').fill(TEXT);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Save draft' }).click();
    expect((await answered).status()).toBe(409);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This form is out of date');
    await expect(page.getByText('Nothing was saved.')).toBeVisible();
    await expect(page.getByLabel('title')).toHaveValue(title);
    await expect(page.getByLabel('body')).toHaveValue(TEXT);
    await expect(page.getByRole('textbox')).toHaveCount(3);
    await expectAccessible(page);
    await screenshots(page, 'stale-form');
    await page.getByRole('link', { name: 'open the page again' }).click();
    await expect(page).toHaveURL(`${web.url}/o/northwind/posts/new?from=list`);
    await expectNoPost(page, web.url, title);
  });

  test('shows no password', async ({ web }) => {
    const { page } = web;
    await web.goto('/sign-in');
    await page.getByLabel('Email').fill('author@example.test');
    await page.getByLabel('Password').fill('a secret of mine');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByLabel('email')).toHaveValue('author@example.test');
    expect(await page.content()).not.toContain('a secret of mine');
  });
});
