import { expect, test, type Page } from '@repo/testing/fixtures';
import { uniqueTitle } from './steps/create-post.ts';

// Playwright switches the browser's back-forward cache off; people have it. Our pages are `no-store`, so Chromium asks
// for them anew all the same: the text is still there, the key is another one.
test.use({
  launchOptions: [
    async ({ launchOptions }, provide) =>
      provide({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});

const PATH = '/o/northwind/posts/new';
const key = (page: Page) => page.locator('input[name=_key]').inputValue();
const title = (page: Page) => page.getByLabel('Title');

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
}

test('a form that was left and come back to has its text, and is saved once', async ({ web }) => {
  const { page } = web;
  const typed = uniqueTitle('Left');
  await web.signIn('author');
  await web.goto(PATH);
  await title(page).fill(typed);
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Text').fill('Some text.');
  const before = await key(page);
  await web.goto('/p/northwind');
  await page.goBack();
  await expect(title(page)).toHaveValue(typed);
  expect(await key(page)).not.toBe(before);
  await save(page);
  await web.goto(`/o/northwind/posts?search=${encodeURIComponent(typed)}`);
  await expect(page.getByRole('link', { name: typed })).toHaveCount(1);
});

test(
  'back after saving, and other text: saved beside the first',
  { tag: '@no-js-only' },
  async ({ web }) => {
    const { page } = web;
    const [first, second] = [uniqueTitle('First'), uniqueTitle('Second')];
    await web.signIn('author');
    await web.goto(PATH);
    await title(page).fill(first);
    await page.getByLabel('Topic').selectOption('news');
    await page.getByLabel('Text').fill('Some text.');
    await save(page);
    await page.goBack();
    await expect(title(page)).toHaveValue(first);
    await title(page).fill(second);
    await save(page);
    for (const text of [first, second]) {
      await web.goto(`/o/northwind/posts?search=${encodeURIComponent(text)}`);
      await expect(page.getByRole('link', { name: text })).toHaveCount(1);
    }
  },
);
