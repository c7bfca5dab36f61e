import { expect, expectAccessible, screenshots, test } from '@repo/testing/fixtures';
import { createPost, uniqueTitle } from './steps/create-post.ts';

// The markup is one with JavaScript and without; what a form says after an error is looked at both ways.
const PUBLIC = {
  landing: '/',
  'sign-in': '/sign-in',
  'sign-up': '/sign-up',
  'forgot-password': '/forgot-password',
  'link-over': '/reset-password?token=none',
  'public-org': '/p/northwind',
};

for (const [name, path] of Object.entries(PUBLIC)) {
  test(`${path} is accessible and has one heading`, { tag: '@js-only' }, async ({ web }) => {
    await web.goto(path);
    await expect(web.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectAccessible(web.page);
    await screenshots(web.page, `web-${name}`);
  });
}

test(
  'a public post and a missing page are accessible',
  { tag: '@js-only' },
  async ({ web, allowErrors }) => {
    allowErrors(/status of 404/);
    await web.goto('/p/northwind/what-changed-in-march');
    await expectAccessible(web.page);
    await screenshots(web.page, 'web-public-post');
    await web.goto('/no-such-page');
    await expectAccessible(web.page);
    await screenshots(web.page, 'web-not-found');
  },
);

test('the pages of a team are accessible, empty, full and with errors', async ({ web, hasJs }) => {
  await web.page.goto(await web.signIn('author'));
  const look = async (name: string) => {
    await expect(web.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectAccessible(web.page);
    if (hasJs) await screenshots(web.page, `web-${name}`);
  };
  await look('overview');
  await web.goto('/o/northwind/posts');
  await expect(web.page.getByText(/Business plan: \d+ of 5000 posts/)).toBeVisible();
  await look('posts');
  await web.goto('/o/northwind/posts?search=nothing+like+this');
  await look('posts-empty');
  await web.goto('/o/northwind/posts/new');
  await web.page.getByRole('textbox', { name: 'Address' }).fill('No!');
  await web.page.getByLabel('Title').fill('A title');
  await web.page.getByLabel('Topic').selectOption('news');
  await web.page.getByLabel('Text').fill('Text');
  await web.page.getByRole('button', { name: 'Save draft' }).click();
  await expect(web.page.getByText('Use lower-case letters')).toBeVisible();
  await look('new-post-error');
});

test('the pages of a post are accessible', { tag: '@js-only' }, async ({ web }) => {
  await web.signIn('author');
  const look = async (name: string) => {
    await expectAccessible(web.page);
    await screenshots(web.page, `web-${name}`);
  };
  await createPost(web, uniqueTitle('Looked at'));
  await look('post');
  const path = new URL(web.page.url()).pathname;
  await web.goto(`${path}/edit`);
  await look('edit-post');
  await web.goto(`${path}/delete`);
  await look('delete-post');
});

test('the chosen colours stay, with JavaScript and without', async ({ web }) => {
  await web.goto('/');
  await web.page.getByRole('button', { name: 'Dark' }).click();
  await expect(web.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await web.goto('/sign-in');
  await expect(web.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await web.goto('/');
  await web.page.getByRole('button', { name: 'System' }).click();
  await expect(web.page.locator('html')).not.toHaveAttribute('data-theme');
});

test('everything fits on a phone of 320 pixels', async ({ web }) => {
  await web.page.setViewportSize({ width: 320, height: 640 });
  await web.signIn('author');
  for (const path of [
    '/',
    '/sign-up',
    '/o/northwind',
    '/o/northwind/posts',
    '/o/northwind/posts/new',
    '/p/northwind',
  ]) {
    await web.goto(path);
    const overflow = await web.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});

test('signing in, writing and publishing need the keyboard only', async ({ web }) => {
  const { page } = web;
  const title = uniqueTitle('By keyboard');
  const tabTo = async (name: RegExp | string, role: 'textbox' | 'button' | 'link' | 'combobox') => {
    const target = page.getByRole(role, { name }).first();
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await web.goto('/sign-in');
  await tabTo('Email', 'textbox');
  await page.keyboard.type('author@example.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('perimeter-dev-only');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/o\/northwind/);
  await tabTo('New post', 'link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New post' })).toBeVisible();
  await tabTo('Title', 'textbox');
  await page.keyboard.type(title);
  await tabTo('Topic', 'combobox');
  await page.keyboard.type('Guide');
  await tabTo('Text', 'textbox');
  await page.keyboard.type('Typed.');
  await tabTo('Save draft', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await tabTo('Publish', 'button');
  await page.keyboard.press('Space');
  await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();
});
