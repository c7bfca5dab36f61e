import { expect, expectAccessible, type Page, screenshots, test } from '@repo/testing/fixtures';
import { find } from './steps/find.ts';
import { publishPost } from './steps/publish-post.ts';
import { tabTo } from './steps/tab-to.ts';

const LISTS = ['/', '/users', '/posts', '/webhooks', '/jobs', '/audit', '/perimeter'];
const OPEN = { 'sign-in': '/sign-in?done=signed-out', 'signed-in': '/signed-in' };
const FOR_STAFF = {
  overview: '/',
  users: '/users',
  'users-empty': '/users?search=nobody+is+called+this',
  posts: '/posts',
  'posts-empty': '/posts?search=no+title+is+like+this',
  webhooks: '/webhooks',
  'webhooks-empty': '/webhooks?search=no+event+is+called+this',
  jobs: '/jobs',
  'jobs-empty': '/jobs?status=running',
  audit: '/audit',
  'audit-empty': '/audit?actor=nobody+is+called+this',
  perimeter: '/perimeter',
  'not-found': '/no-such-page',
};

const currentLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');

// The markup is one with JavaScript and without.
async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
  await screenshots(page, `admin-${name}`);
}

for (const [name, path] of Object.entries({ ...OPEN, ...FOR_STAFF })) {
  test(
    `${path} is accessible and has one heading`,
    { tag: '@js-only' },
    async ({ admin, allowErrors }) => {
      allowErrors(/status of 404/);
      if (name in FOR_STAFF) await admin.signIn('staff');
      await admin.goto(path);
      await look(admin.page, name);
    },
  );
}

test('the pages of a person are accessible', { tag: '@js-only' }, async ({ admin }) => {
  const { page } = admin;
  await admin.signIn('staff');
  await find(admin, '/users', 'author2@example.test');
  await look(page, 'user');
  await page.getByRole('link', { name: 'Disable…' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
  await look(page, 'user-disable');
});

test(
  'the numbers behind the charts of the overview are accessible',
  { tag: '@js-only' },
  async ({ admin }) => {
    await admin.signIn('staff');
    await admin.goto('/');
    await admin.page.getByText('Numbers by day').click();
    await expect(admin.page.getByRole('columnheader', { name: 'Sign-ups' })).toBeVisible();
    await look(admin.page, 'overview-numbers');
  },
);

test(
  'the page of a post is accessible, before and after it is hidden',
  { tag: '@js-only' },
  async ({ admin, somebodyElse }) => {
    const { page } = admin;
    const { title } = await publishPost(await somebodyElse('web'));
    await admin.signIn('staff');
    await find(admin, '/posts', title);
    await look(page, 'post');
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect(page.getByText('The post is hidden.')).toBeVisible();
    await look(page, 'post-hidden');
  },
);

test(
  '"not found" for people who are not staff is accessible',
  { tag: '@js-only' },
  async ({ admin, allowErrors }) => {
    allowErrors(/status of 404/);
    await admin.page.goto(await admin.signIn('author'));
    await expect(admin.page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await expectAccessible(admin.page);
    await screenshots(admin.page, 'admin-not-staff');
  },
);

test('everything fits on a phone of 320 pixels, and the navigation shows where one is', async ({
  admin,
}) => {
  await admin.page.setViewportSize({ width: 320, height: 640 });
  await admin.signIn('staff');
  const fits = async (path: string) => {
    const overflow = await admin.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  };
  for (const path of LISTS) {
    await admin.goto(path);
    await fits(path);
    await expect(currentLink(admin.page)).toBeInViewport({ ratio: 1 });
    if (path === '/users' || path === '/posts') {
      await admin.page.getByRole('table').getByRole('link').first().click();
      await expect(admin.page).toHaveURL(/\/[0-9a-f-]{36}$/);
      await fits(`${path}/[id]`);
    }
  }
});

test('the navigation marks where one is', async ({ admin }) => {
  const current = currentLink(admin.page);
  await admin.page.goto(await admin.signIn('staff'));
  await expect(current).toHaveText('Overview');
  await find(admin, '/users', 'author2@example.test');
  await expect(current).toHaveText('People');
});

test('finding and hiding a post needs the keyboard only', async ({ admin, somebodyElse }) => {
  const { page } = admin;
  const { title } = await publishPost(await somebodyElse('web'));
  await admin.goto('/sign-in');
  await tabTo(page, 'textbox', 'Email');
  await page.keyboard.type('staff@example.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('perimeter-dev-only');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await tabTo(page, 'link', 'Posts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Posts' })).toBeVisible();
  await tabTo(page, 'searchbox', 'Search titles');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^1 in all/)).toBeVisible();
  await tabTo(page, 'link', title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await tabTo(page, 'button', 'Hide');
  await page.keyboard.press('Space');
  await expect(page.getByText('The post is hidden.')).toBeVisible();
});
