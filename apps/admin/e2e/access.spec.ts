import { expect, test } from '@repo/testing/fixtures';

const PAGES = ['/', '/users', '/posts', '/audit', '/perimeter'];

for (const path of PAGES) {
  test(`${path} sends who is not signed in to sign in, and back`, async ({ admin }) => {
    const { page } = admin;
    await admin.goto(path);
    await expect(page).toHaveURL(`${admin.url}/sign-in?next=${encodeURIComponent(path)}`);
    await page.getByLabel('Email').fill('staff@example.test');
    await page.getByLabel('Password').fill('perimeter-dev-only');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${admin.url}${path}`);
  });
}

test('who is not staff gets "not found" everywhere, and can sign out', async ({
  admin,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  const { page } = admin;
  await admin.goto('/sign-in');
  await page.getByLabel('Email').fill('owner@example.test');
  await page.getByLabel('Password').fill('perimeter-dev-only');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  for (const path of [
    ...PAGES,
    '/webhooks',
    '/webhooks/1',
    '/users/1',
    '/users/1/disable',
    '/posts/1',
    '/no-such-page',
  ]) {
    expect((await admin.goto(path)).status(), path).toBe(404);
    await expect(page.getByRole('navigation')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});

test('a person, a post or an event that does not exist is "not found" inside the office', async ({
  admin,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  await admin.signIn('staff');
  const nobody = '00000000-0000-7000-8000-000000000000';
  for (const path of [
    '/users/1',
    `/users/${nobody}`,
    '/posts/1',
    `/posts/${nobody}`,
    `/webhooks/${nobody}`,
  ]) {
    expect((await admin.goto(path)).status(), path).toBe(404);
    await expect(admin.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }
});

test('author and staff stay signed in side by side in one browser', async ({ web, admin }) => {
  await web.signIn('author');
  await admin.signIn('staff');
  await web.goto('/o/northwind');
  await expect(web.page.getByRole('heading', { name: 'Northwind' })).toBeVisible();
  await admin.goto('/users');
  await expect(admin.page.getByRole('heading', { name: 'People' })).toBeVisible();
});

test('search engines are told to stay away', { tag: '@js-only' }, async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /');
});
